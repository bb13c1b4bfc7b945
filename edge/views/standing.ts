// How many conversations and jobs there are in each state, for whoever watches over the house.

export { type Standing, standing } from '../store/standing.ts'
