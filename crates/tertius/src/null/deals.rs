use super::Pick;

/// Cards dealt anew to the places they came from, within each stratum of places: the labels of
/// actors, or, where no two cards are alike, an order of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Deals {
    cards: Vec<u32>,
    /// Places that exchange their cards.
    strata: Vec<Vec<usize>>,
}

impl Deals {
    /// Cards by place, and the stratum of each place; a place without one keeps its card.
    pub(crate) fn new(cards: Vec<u32>, strata: &[Option<u32>]) -> Self {
        let count = strata.iter().flatten().max().map_or(0, |&last| last as usize + 1);
        let mut places = vec![Vec::new(); count];
        for (place, stratum) in strata.iter().enumerate() {
            if let Some(stratum) = stratum {
                places[*stratum as usize].push(place);
            }
        }
        Self { cards, strata: places }
    }

    /// Number of different deals; `None` if there are more than anyone would look at.
    pub(crate) fn arrangements(&self) -> Option<u64> {
        self.strata.iter().try_fold(1_u64, |all, places| {
            all.checked_mul(arrangements(&self.counts(places))?).filter(|&all| all <= MOST)
        })
    }

    /// The cards by place in one deal.
    pub(crate) fn pick(&self, pick: Pick) -> Vec<u32> {
        let mut dealt = self.cards.clone();
        match pick {
            Pick::Nth(mut number) => {
                for places in &self.strata {
                    let counts = self.counts(places);
                    let all = arrangements(&counts).unwrap_or(1);
                    deal(counts, number % all, places, &mut dealt);
                    number /= all;
                }
            }
            Pick::Draw(mut draws) => {
                for places in &self.strata {
                    let mut cards: Vec<u32> = places.iter().map(|&at| self.cards[at]).collect();
                    draws.shuffle(&mut cards);
                    places.iter().zip(cards).for_each(|(&place, card)| dealt[place] = card);
                }
            }
        }
        dealt
    }

    /// The cards of some places, each kind with its number.
    fn counts(&self, places: &[usize]) -> Vec<(u32, u64)> {
        let mut cards: Vec<u32> = places.iter().map(|&at| self.cards[at]).collect();
        cards.sort_unstable();
        cards.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u64)).collect()
    }
}

/// More than anyone would look at.
const MOST: u64 = 1 << 40;

/// n! over the product of the factorials of the counts, built up so that each step is whole.
fn arrangements(counts: &[(u32, u64)]) -> Option<u64> {
    let (mut all, mut placed) = (1_u64, 0);
    for &(_, count) in counts {
        for k in 1..=count {
            placed += 1;
            all = all.checked_mul(placed)? / k;
            if all > MOST {
                return None;
            }
        }
    }
    Some(all)
}

/// The deal with a number, in the order of the cards.
fn deal(mut counts: Vec<(u32, u64)>, mut number: u64, places: &[usize], dealt: &mut [u32]) {
    let mut all = arrangements(&counts).unwrap_or(1);
    for (at, &place) in places.iter().enumerate() {
        let left = (places.len() - at) as u64;
        for (card, count) in &mut counts {
            // Deals of what is left if this card comes next.
            let begin = all * *count / left;
            if number < begin {
                (dealt[place], all) = (*card, begin);
                *count -= 1;
                break;
            }
            number -= begin;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Deals;
    use crate::draws::Draws;
    use crate::null::Pick;

    #[test]
    fn every_deal_comes_once() {
        let apart = [Some(0), Some(1), Some(0), Some(1), None];
        let cases = [
            (Deals::new(vec![0, 0, 1, 2, 1], &[Some(0); 5]), 30),
            (Deals::new(vec![0, 1, 2, 3], &[Some(0); 4]), 24),
            (Deals::new(vec![0, 1, 1, 0, 1], &apart), 4),
            (Deals::new(vec![], &[]), 1),
        ];
        for (deals, want) in cases {
            assert_eq!(deals.arrangements(), Some(want));
            let all: BTreeSet<_> = (0..want).map(|number| deals.pick(Pick::Nth(number))).collect();
            assert_eq!(all.len() as u64, want);
            for draw in 0..50 {
                assert!(all.contains(&deals.pick(Pick::Draw(Draws::new(1, draw)))));
            }
        }
    }

    #[test]
    fn a_great_many_deals_are_not_counted() {
        assert_eq!(Deals::new((0..40).collect(), &[Some(0); 40]).arrangements(), None);
    }
}
