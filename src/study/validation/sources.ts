/**
 * Where the published values are from, each document once. The order is that
 * of the numbers in the report.
 */

const buildings = 'Modelica Buildings Library, Lawrence Berkeley National Laboratory (BSD 3-clause)';

export const sources = {
  handbook:
    'ASHRAE Handbook Fundamentals 2017, chapter 1, tables 1 to 3 and example 1, as quoted in the tests of PsychroLib 2.5',
  spreadsheet: 'PsychroLib 2.5, tests: wet bulb by spreadsheet and by bisection of the equations of the Handbook',
  psychrometrics: `${buildings}: Utilities.Psychrometrics validation, stored reference results`,
  dryAir:
    'Lemmon et al., J. Phys. Chem. Ref. Data 29 (2000) 331, and Lemmon and Jacobsen, Int. J. Thermophys. 25 (2004) 21: dry air, evaluated with CoolProp 8.0.0',
  iapws:
    'IAPWS-95, IAPWS R12-08 (viscosity) and R15-11 (conductivity) of ordinary water, evaluated with CoolProp 8.0.0',
  iapwsTables: 'IAPWS R12-08 table 4, R15-11 table 4, SR6-08: printed check values',
  melinder:
    'Å. Melinder, Properties of Secondary Working Fluids for Indirect Systems, IIR 2010, evaluated with CoolProp 8.0.0 (INCOMP::MPG, MEG)',
  handbookGlycols:
    'ASHRAE Handbook Fundamentals 2001, chapter 21: uninhibited glycols, as held by CoolProp 8.0.0 (INCOMP::APG, AEG)',
  glycols: `${buildings}: Media.Antifreeze validation, stored reference results`,
  boiling:
    'Equations of state of the refrigerants and boiling dielectrics as implemented in CoolProp 8.0.0: saturation line',
  hfe: '3M, Novec 7100 and 7000 Engineered Fluids, product information',
  ht: 'C. Bell, ht 1.0.7 and fluids (MIT): worked values of the documentation',
  textbook: 'Bergman, Lavine, Incropera, DeWitt, Fundamentals of Heat and Mass Transfer, 7th ed., worked examples',
  mason: 'J. L. Mason, Proc. 2nd U.S. Natl. Congress of Applied Mechanics (1955) 801: exact series for crossflow',
  plate: `${buildings}: HeatExchangers.Examples.PlateHeatExchangerEffectivenessNTUPControl, 2024-09-16`,
  buildingsCdu: `${buildings}: DataCenterEquipment.CDUs.LiquidToLiquid.Examples.CDU_epsNTU, 2026-07-13`,
  deschutes: 'Open Compute Project, Project Deschutes CDU: rating as reprinted in the Modelica Buildings Library, 2026',
  ocp: 'Chen et al., OCP OAI System Liquid Cooling Guidelines 1.0 (2023), figures 7, 8 and 13',
  ducts: 'R. K. Shah, A. L. London, Laminar Flow Forced Convection in Ducts (1978), tables 42 and 43',
  tuckerman: 'D. B. Tuckerman, R. F. W. Pease, IEEE Electron Device Lett. 2 (1981) 126, table I, test 81G29',
  zuber: 'N. Zuber (1959), worked by hand with CoolProp 8.0.0 properties and a surface tension of 8.3 mN/m',
  kimMudawar:
    'S.-M. Kim, I. Mudawar, Int. J. Heat Mass Transfer 64 (2013) 1226 and 1239, by a public implementation of others, evaluated for R134a at 40 °C',
  movers: `${buildings}: Movers and Actuators.Valves examples, stored reference results of 2021 to 2024`,
  resistances: `${buildings}: FixedResistances and Media.Conversions validation, stored reference results`,
  hydraulicsPackage: 'E. Maurer, hydraulics (R package), vignette of 2024-03-05: pipe network by Hardy Cross',
  merkel: `${buildings}: CoolingTowers.Examples.Merkel and validation of its functions, 2019 to 2026`,
  york: `${buildings}: CoolingTowers.Correlations.Examples.YorkCalc (2015), CoolingTowers.Examples.YorkCalc (2026)`,
  wetCoil: `${buildings}: HeatExchangers.Validation.WetCoilEffectivenessNTUCounterFlow, 2021-11-25, after Mitchell and Braun (2012), example SM-2-1`,
  energyPlusPad:
    'EnergyPlus 23.1, EvaporativeCooler:Direct:CelDekPad: results stored in the Modelica Buildings Library, Resources/Data/Fluid/Humidifiers',
  munters:
    'Munters, CELdek 7090-15, 150 mm: curve digitised in the Modelica Buildings Library, EvaporativeCoolers.Data.Munters (2026)',
  indirect: `${buildings}: EvaporativeCoolers.BaseClasses.Validation.IndirectWet, 2026-08-24, after EnergyPlus`,
  dryCooler: `${buildings}: sizing of the dry cooler of LiquidCooled.Examples.ChillerWSE, record BAC Trillium TDFS1238N`,
  chillers: `${buildings}: Chillers.Examples.ElectricEIR, ElectricReformulatedEIR, ElectricEIR_AirCooled, Carnot_TEva; curves of EnergyPlus (CoolTools project)`,
  eirRecords:
    'EnergyPlus, data set Chillers.idf (CoolTools project): rated points of makers, read in the Modelica Buildings Library',
  lei: 'N. Lei, E. Masanet, Energy 201 (2020) 117556: fit to water-cooled centrifugal chillers',
  titanium: '80 PLUS programme, 230 V internal redundant supplies, level Titanium',
  converter: 'Texas Instruments, TIDUF63A (2024), table 4-1: 1.6 kW converter, measured',
  frontier: 'Oak Ridge National Laboratory, ExaDigiT/RAPS: config/frontier.yaml and raps/power.py (MIT)',
  lambert: 'Corless et al., Adv. Comput. Math. 5 (1996) 329; OEIS A030178',
  roots:
    'Alefeld, Potra, Shi, ACM Trans. Math. Softw. 21 (1995) 327: test set; roots in closed form or from OEIS A007493, A003957, A030178',
  monotone: 'F. N. Fritsch, R. E. Carlson, SIAM J. Numer. Anal. 17 (1980) 238, table 1: RPN 14',
  normal: 'NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1, and common 15-digit tables',
  robertson:
    'Driver of the code MEBDF for Robertson’s problem (2005): its solution at every decade; at 1e11 also in the Test Set for IVP Solvers',
  stiff:
    'F. Mazzia, C. Magherini, Test Set for Initial Value Problem Solvers 2.4, University of Bari (2008): solutions by RADAU5 at 1.1e-18',
  oregonator:
    'E. Hairer, G. Wanner, stiff test set (www.unige.ch/~hairer/testset), as quoted in the tests of NCAR’s MICM',
  transients: `${buildings}, stored trajectories: LiquidToLiquid.Examples.CDU_epsNTU (commit 1c1094d6ac), CDL.Reals.Validation.PID, Chillers.Examples.ElectricEIR, Movers.Examples.PumpsParallel, CoolingTowers.Examples.Merkel, ChillerCooled.Equipment.Validation.WatersideEconomizer (commit c4117ccec1)`,
  year: `${buildings}: DataCenters.LiquidCooled.Examples.ChillerWSE, 2026-07-22; weather Chicago O'Hare TMY3 (NREL)`,
} as const satisfies Readonly<Record<string, string>>;

export type SourceKey = keyof typeof sources;
