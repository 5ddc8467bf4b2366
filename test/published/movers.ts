export * from '../../src/study/validation/cases/movers.ts';
