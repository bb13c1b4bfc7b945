// The five faces of the survey.
export const rating = {
  'rating.1': 'Very bad',
  'rating.2': 'Bad',
  'rating.3': 'Okay',
  'rating.4': 'Good',
  'rating.5': 'Very good',
} as const
