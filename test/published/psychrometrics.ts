export * from '../../src/study/validation/cases/psychrometrics.ts';
