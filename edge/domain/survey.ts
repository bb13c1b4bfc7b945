// The customer's last word: one of five faces, and a comment if they like.

export const ratings = [1, 2, 3, 4, 5] as const
/** 1 is "Very bad", 5 is "Very good". */
export type Rating = (typeof ratings)[number]

export const commentLimit = 2_000
