use rand_pcg::Pcg64Dxsm;
use rand_pcg::rand_core::Rng;

/// Random draws from a seed. Each task of a measure draws from its own stream of the seed, so that
/// the number of threads changes no bit.
#[derive(Debug, Clone)]
pub(crate) struct Draws(Pcg64Dxsm);

impl Draws {
    /// Draws of one task.
    pub(crate) fn new(seed: u64, task: u64) -> Self {
        // The first states of a small seed are alike: one step away they are not.
        let mut generator = Pcg64Dxsm::new(u128::from(seed), u128::from(task));
        generator.next_u64();
        Self(generator)
    }

    /// A number from 0 up to, and without, `below`, each as likely (Lemire 2019).
    pub(crate) fn below(&mut self, below: usize) -> usize {
        let below = below as u64;
        loop {
            let wide = u128::from(self.0.next_u64()) * u128::from(below);
            // The lowest part repeats where 2^64 is no multiple of `below`: those are drawn again.
            if wide as u64 >= below.wrapping_neg() % below {
                return (wide >> 64) as usize;
            }
        }
    }

    /// A number from 0 up to, and without, 1.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Puts items in an order drawn from all orders, each as likely.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}
