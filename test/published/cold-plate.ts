export * from '../../src/study/validation/cases/cold-plate.ts';
