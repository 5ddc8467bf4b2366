/** Kinds of machines, steps from air to junction, and what comes with coldloop in 简体中文. */

export const machineWords: Readonly<Record<string, string>> = {
  'Racks of servers with heat sinks and fans': '风冷服务器机架（散热器与风扇）',
  'Chilled-water coil for air: CRAH, fan wall or in-row cooler; dry, or wet where the humidity of its hall is held':
    '冷冻水空气盘管：机房空调、风墙或列间空调；干工况，机房控湿时为湿工况',
  'Room that gathers losses and constant loads and gives them to a circuit through its room units':
    '汇集损耗与恒定负载的房间，经末端机组传给回路',
  'Plate exchanger between two liquids: economizer, bath exchanger, separation of circuits':
    '液—液板式换热器：自然冷却、浸没槽换热、回路隔离',
  'Electric chillers of one record, water-cooled or (load: outdoors) air-cooled':
    '电制冷冷水机组（同一型号），水冷或风冷（load: outdoors）',
  'Open cooling towers with variable-speed fans': '变频风机开式冷却塔',
  'Dry coolers with variable-speed fans': '变频风机干冷器',
  'Rear doors on the racks, taking the exhaust of the servers': '机架背板换热器，处理服务器排风',
  'Racks of servers with cold plates; what these do not capture goes to the hall air':
    '冷板式服务器机架；未被冷板带走的热量进入机房空气',
  'Coolant distribution unit: plate exchanger from the technology loop to the facility loop':
    '冷量分配单元（CDU）：二次侧到一次侧的板式换热器',
  'Dry coolers behind wet pads that are used when full fans are not enough': '带湿帘的干冷器，风机全速仍不足时启用湿帘',
  'Tanks of servers in a dielectric driven through the heat sinks': '单相浸没槽，介电液强制流过散热器',
  'Tanks of servers under a boiling dielectric': '两相浸没槽（沸腾介电液）',
  'Condenser coils of boiling tanks': '两相浸没槽冷凝盘管',
  'Liquid-to-air CDU: a coil with fans that gives a technology loop’s heat to the hall air':
    '液—风 CDU（边柜）：将液冷回路热量散入机房空气的风机盘管',
  'Heat pump that takes heat of a circuit for a customer outside': '热泵：取回路余热供外部热用户',
  'Stratified tank that is charged in some hours of the day and discharged in others': '分层蓄冷罐，分时段蓄冷与放冷',
  'Plates between hall and outdoor air with fans and wet pads: indirect evaporative cooling':
    '间接蒸发冷却：机房空气与室外空气间的板式换热器，带风机与湿帘',
  'Outdoor air let into the hall, within limits of temperature and humidity': '直接新风自然冷却，受温湿度限制',
  'Racks of servers with cold plates in which a pumped refrigerant boils; the rest goes to the hall air':
    '泵驱两相冷板机架；其余热量进入机房空气',
  'Open tanks of servers whose fins stand in a dielectric, by natural and mixed convection':
    '开放式单相浸没槽，翅片以自然与混合对流散热',
  'Plates to sea, lake or river water with its season, its permit and its intake pumps':
    '海水、湖水或河水板式冷却：含水温季节变化、排放许可与取水泵',
  'air-rack': '风冷机架',
  coil: '空气盘管',
  room: '房间',
  'plate-exchanger': '板式换热器',
  chiller: '冷水机组',
  'cooling-tower': '冷却塔',
  'dry-cooler': '干冷器',
  'rear-door': '背板换热器',
  'cold-plate-rack': '冷板机架',
  cdu: 'CDU 冷量分配单元',
  'adiabatic-cooler': '绝热冷却器',
  'open-water-cooler': '海水（湖水）冷却器',
  'immersion-rack': '单相浸没槽',
  'boiling-rack': '两相浸没槽',
  'condenser-coil': '冷凝盘管',
  sidecar: '液—风 CDU（边柜）',
  'heat-pump': '热泵',
  'buffer-tank': '蓄冷罐',
  'indirect-air-cooler': '间接蒸发冷却机组',
  'air-economizer': '新风机组',
  'two-phase-cold-plate-rack': '两相冷板机架',
  'open-bath-rack': '开放式浸没槽',
  'fluid: Moist air': '湿空气',
  'fluid: Water': '水',
  'fluid: Water with 30 % propylene glycol by volume': '30 %（体积）丙二醇溶液',
  'fluid: Water with 25 % propylene glycol by volume': '25 %（体积）丙二醇溶液',
  'fluid: Synthetic hydrocarbon for immersion (EC-100 class)': '浸没用合成烃（EC-100 类）',
  'air at the last chip': '末级芯片处空气',
  'coolant at the last plate': '末级冷板处冷却液',
  'fluid at the sink': '散热器处液体',
  'saturated bath': '饱和槽液',
  'saturated refrigerant': '饱和制冷剂',
  'bath at the sink': '散热器处槽液',
};

/** Titles of systems, loads and chips that come with coldloop; those of a reader's files stay as they are. */
export const titleWords: Readonly<Record<string, string>> = {
  'Air with towers': '风冷 + 冷却塔',
  'Air with dry coolers': '风冷 + 干冷器',
  'Rear doors with towers': '背板换热器 + 冷却塔',
  'Rear doors with dry coolers': '背板换热器 + 干冷器',
  'Cold plates with towers': '冷板 + 冷却塔',
  'Cold plates with adiabatic coolers': '冷板 + 绝热冷却器',
  'Single-phase immersion with towers': '单相浸没 + 冷却塔',
  'Single-phase immersion with adiabatic coolers': '单相浸没 + 绝热冷却器',
  'Two-phase immersion with towers': '两相浸没 + 冷却塔',
  'Two-phase immersion with adiabatic coolers': '两相浸没 + 绝热冷却器',
  'GB200 NVL72 with towers (different silicon)': 'GB200 NVL72 + 冷却塔（不同芯片）',
  'GB200 NVL72 with adiabatic coolers (different silicon)': 'GB200 NVL72 + 绝热冷却器（不同芯片）',
  tower: '冷却塔',
  'sea water': '海水',
  'dry or adiabatic': '干式或绝热',
  adiabatic: '绝热',
  dry: '干式',
  'Full load all year': '全年满载',
  'Enterprise services with office hours': '企业业务（工作时段）',
  'Inference for people, one time zone': '面向用户的推理（单时区）',
  'Training of large models': '大模型训练',
  'n-year extreme': 'n 年一遇极值',
  'Node of eight B200 GPUs': '8 × B200 GPU 服务器',
  'Rack of 72 GB200 GPUs on one NVLink domain': 'GB200 NVL72 机架（72 GPU）',
  'Node of two 270 W processors': '双路 270 W 处理器服务器',
};
