export * from '../../src/study/validation/cases/fluids-water.ts';
