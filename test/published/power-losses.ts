export * from '../../src/study/validation/cases/power-losses.ts';
