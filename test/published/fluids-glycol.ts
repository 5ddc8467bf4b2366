export * from '../../src/study/validation/cases/fluids-glycol.ts';
