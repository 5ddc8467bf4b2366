export * from '../../src/study/validation/cases/fluids-boiling.ts';
