export * from '../../src/study/validation/cases/stiff-problems.ts';
