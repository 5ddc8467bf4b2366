/** Parameters of sites, circuits and machines in 简体中文: what each is. */

export const parameterWords: Readonly<Record<string, string>> = {
  // Sites.
  'A climate of the library (climates/ashburn: a synthetic year) or an EPW or TMY3 file beside the scenario (./sterling.epw)':
    '内置气候（climates/ashburn，合成气象年）或场景旁的 EPW、TMY3 文件（./sterling.epw）',
  'Which published design condition sizes the plant; the n-year extreme falls back to 0.4 % where none is published':
    '用于系统选型的设计气象条件；未公布 n 年极值时取 0.4 %',
  'Dry bulb that sizes the plant, instead of the published one': '用于选型的干球温度，替代公布值',
  'Wet bulb that sizes the plant, instead of the published one': '用于选型的湿球温度，替代公布值',
  'Price of electricity': '电价',
  'Price of water, sewer included': '水价（含排污费）',
  'Carbon emitted per electricity used': '单位用电碳排放',
  'Tokens per second of one chip at full clock and full utilisation': '单芯片满频满载时每秒 token 数',
  'Seed of a synthetic year': '合成气象年随机种子',
  // Circuits.
  'air, water, a glycol such as propylene-glycol-25-volume, or a coolant record':
    '空气、水、乙二醇或丙二醇溶液（如 propylene-glycol-25-volume），或冷却液记录',
  'Supply set point; the warmest allowed where control is warmest; the coldest saturation that a sealed boiling circuit is kept at. A vented one has none':
    '供液温度设定值；按“最高可用温度”控制时为上限；密闭沸腾回路为最低饱和温度，常压回路无此项',
  'Set point: fixed; the warmest that lets the loads hold theirs; or moved with the wet bulb':
    '设定方式：固定；负载允许的最高温度；或随湿球温度调整',
  'Coldest set point that control warmest may ask for (a basin floor)': '“最高可用温度”控制的设定下限（塔盘下限）',
  'What sets the flow: exactly one rule': '流量的确定方式（仅一种）',
  'Pump or fan that drives the circuit': '驱动回路的泵或风机',
  'Boiling: vented stands at saturation for the pressure outdoors; sealed floats from supply up to reliefPressure':
    '沸腾回路：常压式处于室外气压下的饱和状态；密闭式在供液设定与泄压压力之间浮动',
  'Boiling and sealed: pressure at which vapour is let off': '密闭沸腾回路的泄压压力',
  'Air: part of the coil flow that returns without passing a server': '空气回路：未经服务器直接返回的送风比例',
  'Air: part of the server flow that is drawn from server exhaust': '空气回路：服务器进风中排风再循环的比例',
  'Air: dew point at which the hall is kept': '空气回路：机房维持的露点温度',
  'Instead of supply: the design supply, this far above the coldest its sources could reach at the design hour':
    '替代供液温度：设计供液温度高于冷源设计工况最低可达温度的幅度',
  'Line of the wet-bulb reset': '随湿球温度重设的直线',
  // Sea and lake water.
  'Water at the intake, mean of the year': '取水口水温年平均值',
  'Water at its warmest above that mean': '最高水温高出年平均值的幅度',
  'Day of the year on which it is warmest': '水温最高的日序',
  'Warming of the water at the design hour': '设计工况下水的温升',
  'Warmest that the permit lets water be given back': '排放许可的最高回水温度',
  'Part of the resistance to heat that is fouling, plates sized with it': '污垢热阻占总热阻的比例（选型计入）',
  'Electricity of the intake pumps per design heat, while they run': '取水泵运行功率与设计散热量之比',
  // Racks.
  'The node that fills the racks': '机架内的服务器型号',
  'Power supplies of a node or its rack shelf': '服务器或机架电源',
  'Utilisation over the year': '全年负载率',
  'Utilisation of these racks over that of the load they follow; never more than full':
    '本组机架负载率与所跟随负载之比，不超过满载',
  'Racks or tanks': '机架或浸没槽数量',
  'Nodes in each': '每机架服务器数',
  'Cap on the power of one chip, below which its clock falls; a fixed clock where absent':
    '单芯片功率上限，受限时降频；缺省为固定频率',
  'Heat that one chip takes up per kelvin with its package and the plate, sink or spreader on it':
    '单芯片（含封装与冷板、散热器或均热板）的热容',
  'Time in which the heat of the other parts comes through their metal': '其他部件发热经金属传出的时间常数',
  'How much warmer than the entering coolant their metal is at the most heat': '最大发热时其金属高于进液的温差',
  'A chip switches its node off when its junction stands this far above the limit': '结温超过限值此幅度时服务器关机',
  'From cool enough to at work again after a node switched off': '关机后从冷却到恢复工作的时间',
  'Hall area of one rack or tank with its share of aisles': '单机架或浸没槽占地（含通道）',
  'Entering air at which a node switches itself off, for the parts that have nothing but air':
    '服务器因进风过热而关机的温度（仅靠风冷的部件）',
  'Sink on each chip': '每芯片散热器',
  'Fans of a node': '服务器风扇',
  'Chips that the same air passes one after the other': '同一股空气依次流经的芯片数',
  'Part of a node’s air that goes through the sinks': '流经散热器的服务器风量比例',
  'Part of the heat of the other parts that warms the air before the chips': '其他部件发热中先于芯片加热空气的比例',
  'Plate on each chip': '每芯片冷板',
  'Plates that the same coolant passes one after the other': '同一股冷却液依次流经的冷板数',
  'Coolant of these racks over what the circuit gives per heat: less for those at the far end of a row':
    '本组机架冷却液与回路单位热量供液之比：列末机架偏少',
  'Part of the chips’ heat that goes into the plates': '芯片热量中进入冷板的比例',
  'Other parts of the server that have plates, by their names in the server record':
    '其他带冷板的部件（按服务器记录中的名称）',
  'Part of the rack’s flow that goes through the chips’ plates; the rest feeds plates of other parts':
    '机架流量中流经芯片冷板的比例，其余供其他部件冷板',
  'Fans for the parts left to air': '其余风冷部件的风扇',
  'Part of the bath flow that is directed through the sinks': '槽内流量中定向流过散热器的比例',
  'Boiling surface on each chip': '每芯片沸腾表面',
  'Largest part of the critical heat flux that is allowed': '允许的临界热流密度比例上限',
  'Vapour quality of the racks’ return that valves hold, where the loads set the flow':
    '由阀门维持的机架回液干度（流量由负载决定时）',
  'Largest part of the dry-out quality that is allowed at a plate’s outlet': '冷板出口允许的蒸干干度比例上限',
  'Free cross-section of one tank that the pumped flow rises in': '单槽内泵送液流上升的净截面积',
  'Velocity between the fins over that of the pumped flow in the tank; none where it passes beside them':
    '翅片间流速与槽内泵送流速之比；旁流时为零',
  'Flow that sinks back from top to bottom along the walls, over the pumped flow': '沿壁面自上而下的回流与泵送流量之比',
  'Transients: liquid in a chip’s plate and its hose that still boils when the flow stops':
    '瞬态：断流后冷板及软管内仍可沸腾的液量',
  'Transients: on the walls of a plate that is dry, to vapour': '瞬态：冷板蒸干后壁面对蒸气的换热系数',
  // Exchangers, coils and rooms.
  'A CDU of the library instead of one sized here': '采用设备库 CDU 型号，而非按需选型',
  'Rated approach: hot outlet above cold inlet at the rated duty': '额定逼近度：额定负荷下热侧出口高于冷侧进口的温差',
  'Rated approach: saturation above the water that enters; what the design hour leaves where absent':
    '额定逼近度：饱和温度高于进水的温差；缺省取设计工况余量',
  'Rated warming of the cold stream, where its circuit does not set the flow': '冷侧额定温升（其回路不决定流量时）',
  'Units that carry the design duty': '承担设计负荷的台数',
  'Units that carry the design duty; if absent 4, or as many of a record as the heat asks for':
    '承担设计负荷的台数；缺省 4 台，或按热量所需的型号台数',
  'Units beyond those; all run and share the flow': '备用台数；全部运行并分担流量',
  'Largest cold flow over the rated flow of the units that carry the design duty': '冷侧最大流量与设计台数额定流量之比',
  'Runs in hours when the coldest its load circuit could get lies this far below what enters':
    '负载侧回路最低可达温度低于进口温度此幅度时运行',
  'What holds the dew point of the hall: nothing, so that it dries until the coil is dry; fog; or an electric boiler. With one, the coil condenses and is computed wet':
    '维持机房露点的方式：无（干燥至盘管不结露）、高压微雾或电热加湿；有加湿时盘管按湿工况计算',
  'Dew-point guard: a mixing valve keeps the water that enters the coil this far above the dew point of the air':
    '防结露：混水阀使盘管进水高于空气露点此幅度',
  'Lighting, building management and other constant electricity in the room': '房间照明、楼控及其他恒定用电',
  'Constant heat through walls and roof': '围护结构恒定传热',
  'Warming of the circuit in the room units at the design hour': '设计工况下末端机组的回路温升',
  'Electricity of the room units per heat they take': '末端机组单位冷量用电',
  'Time in which heat comes through switchgear, walls and air of the room': '热量经配电柜、墙体与空气传出的时间常数',
  'Horizontal tubes of the coil: film condensation on them and their water; a constant UA where absent':
    '冷凝盘管水平管束：管外膜状凝结与管内水；缺省为恒定 UA',
  'Part of the coil’s height at which the vapour line trips the tanks; no such switch where absent':
    '蒸气线达到盘管此高度比例时浸没槽跳机；缺省无此保护',
  'Electricity of the fans per rated heat at rated air flow': '额定风量下单位额定热量的风机用电',
  // Chillers and heat rejection.
  'Curves of the chiller': '冷水机组性能曲线',
  'Chillers that carry the design heat': '承担设计负荷的冷水机组台数',
  'Chillers beyond those, stand-by': '备用冷水机组台数（热备停机）',
  'While it runs it asks its condenser loop for this much above the coldest that the ambient allows':
    '运行时要求冷却水高于环境最低可达温度的幅度',
  'Warming of the air through an air-cooled condenser at the design hour, for its air flow':
    '设计工况下风冷冷凝器空气温升（用于确定风量）',
  'Cells that carry the design heat': '承担设计负荷的塔格数',
  'Cells beyond those; all run': '备用塔格数（全部运行）',
  'Coolers that carry the design heat': '承担设计负荷的冷却器台数',
  'Coolers beyond those; all run': '备用冷却器台数（全部运行）',
  'Electricity of the fans at full speed per design heat': '风机全速时单位设计热量用电',
  'Fan electricity at full speed over air volume flow: W/(m³/s) = Pa': '风机全速单位风量用电：W/(m³/s) = Pa',
  'Lowest steady fan speed; below it fans cycle': '风机最低连续转速，低于此间歇运行',
  'Cycles of concentration: solids in the basin over those in the make-up': '浓缩倍数：塔盘与补水含盐量之比',
  'Drops carried off per water flow': '飘水率（占水流量）',
  'Rated approach, where the cells are not to be sized for the design wet bulb but for this much below the design supply':
    '额定逼近度：不按设计湿球、而按低于设计供水温度此幅度选型',
  'Rated approach, where the coolers are not to be sized for the design hour’s air but for this much below the design supply':
    '额定逼近度：不按设计工况气温、而按低于设计供液温度此幅度选型',
  'Rated approach, where the plates are not to be sized for the design hour’s air but for this much below the hall air that leaves them':
    '额定逼近度：不按设计工况气温、而按低于机房出风温度此幅度选型',
  'Capacity rate of the air over that of the coolant at the rating': '额定工况下空气与冷却液热容流率之比',
  'Part of the air that has just left the coils': '刚离开盘管的热风再循环比例',
  'Saturation effectiveness of a wet pad': '湿帘饱和效率',
  'Cycles of concentration of the pad water': '湿帘水浓缩倍数',
  'Pads stay dry at colder wet bulbs, against frost': '湿球低于此值时湿帘停水防冻',
  'Coldest it gets, above that temperature, at any load': '任意负荷下高于该温度的最低幅度',
  'Outdoor temperature that it approaches': '所逼近的室外温度',
  'Electricity per heat': '单位热量用电',
  'Part of the heat that leaves as vapour': '以水蒸气散出的热量比例',
  'Cooler with a constant approach and constant electricity per heat': '理想冷却器：逼近度与单位热量用电恒定',
  'Transient: time in which the design flow passes the basin, for what stands in it in frost':
    '瞬态：设计流量流过塔盘所需时间（结冰计算的存水量）',
  'Transient: from the basin of one cell to the outdoor air; 13 W/K for each kg/s of its design water where absent':
    '瞬态：单格塔盘对室外空气的传热；缺省每 kg/s 设计水量 13 W/K',
  'Transient: electric heater in the basin of one cell, on while its water stands below some 4 °C':
    '瞬态：单格塔盘电加热器，水温低于约 4 °C 时投入',
  'Transient: time in which the design flow passes the coils, for what stands in them in frost':
    '瞬态：设计流量流过盘管所需时间（结冰计算的存液量）',
  'Transient: fans slow down from this much above the coolant’s freezing point and stand at it; 0 K lets them run':
    '瞬态：冷却液高于冰点此幅度起风机减速、至冰点停机；0 K 为不保护',
  // Outdoor air.
  'Capacity rate of the outdoor air over that of the hall air at the rating':
    '额定工况下室外空气与机房空气热容流率之比',
  'Electricity of the outdoor fans at full speed over air volume flow: W/(m³/s) = Pa':
    '室外侧风机全速单位风量用电：W/(m³/s) = Pa',
  'Outdoor air drier than this is wetted, or told where there is no humidifier':
    '室外空气低于此露点时加湿；无加湿器时给出提示',
  'Closed while the outdoor dew point lies above this': '室外露点高于此值时关闭新风',
  'Closed while outdoor air is warmer than this; 1 K below the hall’s design return if left out':
    '室外气温高于此值时关闭新风；缺省为机房设计回风温度减 1 K',
  'Closed while the enthalpy of outdoor air, per kg of dry air above 0 °C, lies above this':
    '室外空气焓值（每 kg 干空气，以 0 °C 为基准）高于此值时关闭新风',
  'What wets air that is too dry: nothing, or fog at the temperature of its make-up':
    '过干空气的加湿方式：无，或微雾加湿',
  'Electricity of the fog’s pumps per water evaporated; it leaves outdoors': '微雾水泵单位蒸发水量用电，热量排至室外',
  'Louvres, filters and relief, beyond what the hall’s own fans drive': '百叶、过滤器与排风阻力（机房风机之外）',
  'Of the relief fans, wire to air; their heat leaves with the air': '排风机总效率，其热量随排风带走',
  // Heat pumps and storage.
  'Most heat the machine takes out of its circuit': '自回路取热的上限',
  'Most heat the customer takes': '热用户最大用热',
  'The customer takes nothing in hours with a warmer dry bulb, and its full demand from 20 K below on':
    '干球高于此值时热用户不用热，低 20 K 及以下时满负荷',
  'Supply temperature to the customer': '供热温度',
  'Heating COP over the Carnot COP between condensing and evaporating temperature': '制热 COP 与卡诺 COP 之比',
  'Leaving water above evaporating temperature': '出水高于蒸发温度的温差',
  'Condensing temperature above delivery': '冷凝温度高于供热温度的温差',
  'Electricity of pumps to the customer per heat delivered': '供热循环泵单位热量用电',
  'Water in the tank': '罐内水量',
  'Largest rate of charge and discharge': '最大蓄放冷功率',
  'Warm over cold water at which the tank is rated and charged': '额定蓄冷温差',
  'First hour of the day in which it charges (1 = 00:00–01:00)': '每日蓄冷起始小时（1 = 00:00–01:00）',
  'Last such hour': '蓄冷或放冷的结束小时',
  'First hour of the day in which it discharges': '每日放冷起始小时',
  'Transient: layers in series, each mixed; 1 is a mixed tank, many come near to plug flow':
    '瞬态：串联的混合层数；1 为全混，越多越接近活塞流',
  'Cold part of the tank when a transient starts; a year starts with none': '瞬态开始时的蓄冷比例；全年计算从零开始',
  'Transient: supply above its set point from which it discharges in any hour': '瞬态：供液超出设定值此幅度时开始放冷',
  'Transient: the same at which it discharges at its largest rate': '瞬态：供液超出设定值此幅度时以最大功率放冷',
};

/** Names of parameters as the page shows them, where they are words of the field. */
export const parameterNames: Readonly<Record<string, string>> = {
  server: '服务器',
  'power supply': '电源',
  'load factor': '负载系数',
  'chip heat capacity': '芯片热容',
  'parts time': '部件时间常数',
  'parts excess': '部件温升',
  'shutdown margin': '关机裕度',
  'reboot time': '重启时间',
  'floor area': '占地面积',
  'air shutdown': '过热关机进风温度',
  'heat sink': '散热器',
  'chips in series': '串联芯片数',
  'sink share': '散热器风量占比',
  preheat: '预热比例',
  'flow margin': '流量裕度',
  humidifier: '加湿器',
  'constant power': '恒定用电',
  'envelope gain': '围护传热',
  'fan power': '风机用电',
  time: '时间常数',
  record: '型号',
  'condenser approach': '冷凝逼近度',
  'condenser air rise': '冷凝空气温升',
  'minimum speed': '最低转速',
  drift: '飘水率',
  'specific fan power': '单位风量功率',
  'air capacity ratio': '空气热容流率比',
  'cold plate': '冷板',
  'flow factor': '流量系数',
  capture: '冷板部件',
  'plate flow share': '冷板流量占比',
  'pad effectiveness': '湿帘效率',
  'dry below': '干工况下限',
  sink: '散热器',
  surface: '沸腾表面',
  'flux limit': '热流密度上限',
  demand: '用热需求',
  'heating below': '供热起始温度',
  delivery: '供热温度',
  'carnot fraction': '卡诺效率',
  'evaporator approach': '蒸发逼近度',
  auxiliary: '辅助用电',
  rate: '最大功率',
  'charge from': '蓄冷开始',
  'charge to': '蓄冷结束',
  'discharge from': '放冷开始',
  'discharge to': '放冷结束',
  layers: '分层数',
  'initial charge': '初始蓄冷',
  'help from': '放冷起始偏差',
  'help fully': '满放冷偏差',
  'low dew point': '露点下限',
  'high dew point': '露点上限',
  'high dry bulb': '干球上限',
  'high enthalpy': '焓值上限',
  'humidifier power': '加湿用电',
  'pressure drop': '压降',
  'fan efficiency': '风机效率',
  plate: '冷板',
  'exit quality': '出口干度',
  'dry out limit': '蒸干上限',
  'bath area': '槽截面积',
  'velocity share': '流速比',
  returning: '回流比',
  against: '逼近对象',
  control: '控制方式',
  'dew point': '露点',
  'dew point margin': '露点裕度',
  evaporated: '蒸发比例',
  floor: '设定下限',
  fluid: '流体',
  mover: '泵或风机',
  'power cap': '功率上限',
  'relief pressure': '泄压压力',
  reset: '湿球重设',
  tank: '浸没槽',
  'trip share': '跳机高度',
  tubes: '管束',
  weather: '气象',
};
