export * from '../../src/study/validation/cases/flow-boiling.ts';
