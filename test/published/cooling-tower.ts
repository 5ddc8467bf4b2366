export * from '../../src/study/validation/cases/cooling-tower.ts';
