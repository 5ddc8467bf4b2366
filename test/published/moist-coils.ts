export * from '../../src/study/validation/cases/moist-coils.ts';
