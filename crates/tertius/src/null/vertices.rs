use super::dyads::Dyads;
use crate::draws::Draws;
use crate::network::Network;

/// Networks among actors drawn from a network, with replacement.
pub(crate) struct Vertices<'n> {
    net: &'n Network,
    /// Who answered, or everybody if nobody was asked.
    heard: Vec<u32>,
    /// Pairs observed both ways; if there is none, dyads that were observed.
    dyads: Dyads<'n>,
    paired: bool,
}

impl<'n> Vertices<'n> {
    pub(crate) fn new(net: &'n Network) -> Self {
        let heard = |&actor: &u32| net.observed().accounts().is_none_or(|it| it[actor as usize]);
        let heard = (0..net.actors().len() as u32).filter(heard).collect();
        let pairs = Dyads::pairs(net);
        let paired = pairs.len() > 0;
        let dyads = if paired { pairs } else { Dyads::new(net) };
        Self { net, heard, dyads, paired }
    }

    /// As many actors as there are, each drawn from all of its mode.
    pub(crate) fn draw(&self, draws: &mut Draws) -> Vec<u32> {
        let n = self.net.actors().len();
        let first = self.net.first_mode().unwrap_or(n);
        let actors = (0..n)
            .map(|at| if at < first { draws.below(first) } else { first + draws.below(n - first) });
        actors.map(|actor| actor as u32).collect()
    }

    /// The network among actors that were drawn. Two draws of one actor are tied as two actors
    /// drawn at random are, among those observed; if the actor gave no account, as nobody knows.
    pub(crate) fn network(&self, actors: &[u32], draws: &mut Draws) -> Network {
        let mut between = Vec::new();
        if self.net.first_mode().is_none() && self.dyads.len() > 0 {
            for (k, h) in self.repeats(actors) {
                self.join(k, h, draws, &mut between);
            }
        }
        self.net.among(actors, &between)
    }

    /// Pairs of draws of one actor that gave an account.
    fn repeats(&self, actors: &[u32]) -> Vec<(u32, u32)> {
        let mut of = vec![Vec::new(); self.net.actors().len()];
        (0..).zip(actors).for_each(|(draw, &actor)| of[actor as usize].push(draw));
        let draws = self.heard.iter().map(|&actor| &of[actor as usize]);
        let pairs = draws.flat_map(|draws| {
            let later = |at: usize| draws[at + 1..].iter();
            draws.iter().enumerate().flat_map(move |(at, &k)| later(at).map(move |&h| (k, h)))
        });
        pairs.collect()
    }

    /// Ties two draws as a random pair is tied, or each way as a random dyad.
    fn join(&self, k: u32, h: u32, draws: &mut Draws, between: &mut Vec<(u32, u32, usize)>) {
        let mut lay = |from, to, (a, b)| {
            between.extend(self.net.tie_between(a, b).map(|tie| (from, to, tie)));
        };
        let (a, b) = self.dyad(draws);
        lay(k, h, (a, b));
        if self.net.is_directed() {
            lay(h, k, if self.paired { (b, a) } else { self.dyad(draws) });
        }
    }

    /// A dyad that was observed, each as likely.
    fn dyad(&self, draws: &mut Draws) -> (u32, u32) {
        let accounts = self.net.observed().accounts();
        let ordered = self.net.is_directed() && !self.paired;
        loop {
            let a = self.heard[draws.below(self.heard.len())];
            let b = draws.below(self.net.actors().len()) as u32;
            // Where some did not answer, a pair of whom both did is met twice as often.
            let twice = !ordered && accounts.is_some_and(|heard| heard[b as usize]);
            let passed = twice && draws.below(2) == 0;
            if !passed && self.dyads.has(a as usize, b as usize) {
                return (a, b);
            }
        }
    }
}
