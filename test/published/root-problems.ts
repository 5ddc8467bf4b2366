export * from '../../src/study/validation/cases/root-problems.ts';
