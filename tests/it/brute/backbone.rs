use proptest::prelude::*;
use tertius::tie::{BackboneOptions, Model, backbone};
use tertius::{Network, Unit, Watch};

use super::{run, same};
use crate::networks::any_ties;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// Serrano, Boguñá and Vespignani (2009), eq. 2, as printed: one less the integral up to the share
    /// of strength, which Simpson's rule gives to many places.
    #[test]
    fn disparity_integrates_the_density_of_random_shares(ties in any_ties(7)) {
        let (w, found) = (ties.matrix(), run(&ties.network(), Unit::Tie, "backbone", &[]));
        let p = |cells: &[f64], strength: f64| {
            let held: Vec<f64> = cells.iter().copied().filter(|w| *w > 0.0).collect();
            let share = strength / held.iter().sum::<f64>();
            let k = i32::try_from(held.len()).expect("few ties");
            if k == 1 {
                return 1.0;
            }
            let density = |x: f64| f64::from(k - 1) * (1.0 - x).powi(k - 2);
            let width = share / 1000.0;
            let at = |step: i32| density(f64::from(step) * width);
            let inner = (1..1000).map(|step| at(step) * if step % 2 == 1 { 4.0 } else { 2.0 });
            1.0 - width / 3.0 * (at(0) + inner.sum::<f64>() + at(1000))
        };
        for (row, &(i, j, strength)) in ties.held.iter().enumerate() {
            let got: Vec<f64> = w.iter().map(|row| row[j]).collect();
            let want = p(&w[i], f64::from(strength)).min(p(&got, f64::from(strength)));
            same(&found, "p", row, Some(want))?;
        }
    }

    #[test]
    fn sdsm_counts_all_outcomes_of_the_most_random_table(
        cells in proptest::collection::vec(proptest::collection::vec(any::<bool>(), 4), 1..5),
    ) {
        let (n, m) = (cells.len(), cells[0].len());
        let parts = |i: usize| (0..m).filter(|&k| cells[i][k]).count();
        // Actors of no activity are isolates of the first mode, which these pairs cannot name.
        prop_assume!((0..n).all(|i| parts(i) > 0));
        let named = (0..n).flat_map(|i| (0..m).map(move |k| (i, k)));
        let named = named.filter(|&(i, k)| cells[i][k]);
        let net = Network::from_participation(named.map(|(i, k)| (format!("{i}"), format!("k{k}"))));
        let options = BackboneOptions { model: Model::Sdsm, ..BackboneOptions::default() };
        let found = backbone(&net, &options, &Watch::new()).expect("two modes");
        let chances = most_random(&cells);
        let mut row = 0;
        for i in 0..n {
            for j in i + 1..n {
                let shared = (0..m).filter(|&k| cells[i][k] && cells[j][k]).count();
                if shared == 0 {
                    continue;
                }
                let both: Vec<f64> = (0..m).map(|k| chances[i][k] * chances[j][k]).collect();
                let outcome = |set: usize| {
                    let chance = |k: usize| if set >> k & 1 == 1 { both[k] } else { 1.0 - both[k] };
                    (0..m).map(chance).product::<f64>()
                };
                let sets = (0..1_usize << m).filter(|set| set.count_ones() as usize >= shared);
                let p: f64 = sets.map(outcome).sum();
                same(&found, "shared", row, Some(shared as f64))?;
                same(&found, "expected", row, Some(both.iter().sum()))?;
                same(&found, "p", row, Some(p))?;
                row += 1;
            }
        }
        prop_assert_eq!(found.len(), row);
    }
}

/// The chances of the most random table with given sums on average. Cells that are the same in every
/// table of those sums are settled; of the others, each row and then each column in turn is put right
/// by bisection, until all are.
fn most_random(cells: &[Vec<bool>]) -> Vec<Vec<f64>> {
    let (n, m) = (cells.len(), cells[0].len());
    let sum = |cells: &mut dyn Iterator<Item = bool>| cells.filter(|cell| *cell).count();
    let rows: Vec<usize> = cells.iter().map(|row| sum(&mut row.iter().copied())).collect();
    let columns: Vec<usize> = (0..m).map(|k| sum(&mut cells.iter().map(|row| row[k]))).collect();
    let mut ones = vec![vec![0; m]; n];
    let mut tables = 0;
    list(&rows, m, &mut Vec::new(), &mut |table| {
        let fits = |k: usize| table.iter().filter(|&&row| row >> k & 1 == 1).count() == columns[k];
        if (0..m).all(fits) {
            tables += 1;
            for (i, row) in table.iter().enumerate() {
                (0..m).for_each(|k| ones[i][k] += row >> k & 1);
            }
        }
    });
    let open = |i: usize, k: usize| ones[i][k] > 0 && ones[i][k] < tables;
    let (mut a, mut b) = (vec![0.0_f64; n], vec![0.0_f64; m]);
    let chance = |i: usize, k: usize, x: f64| {
        if open(i, k) { 1.0 / (1.0 + (-x).exp()) } else { (ones[i][k] / tables.max(1)) as f64 }
    };
    let bisect = |of: &dyn Fn(f64) -> f64, want: usize| {
        let (mut low, mut high) = (-60.0, 60.0);
        for _ in 0..70 {
            let middle = f64::midpoint(low, high);
            if of(middle) < want as f64 { low = middle } else { high = middle }
        }
        f64::midpoint(low, high)
    };
    for _ in 0..300 {
        for i in 0..n {
            if (0..m).any(|k| open(i, k)) {
                a[i] = bisect(&|x| (0..m).map(|k| chance(i, k, x + b[k])).sum(), rows[i]);
            }
        }
        for k in 0..m {
            if (0..n).any(|i| open(i, k)) {
                b[k] = bisect(&|x| (0..n).map(|i| chance(i, k, x + a[i])).sum(), columns[k]);
            }
        }
    }
    (0..n).map(|i| (0..m).map(|k| chance(i, k, a[i] + b[k])).collect()).collect()
}

/// Every list of rows, as bits, with so many ones each.
fn list(rows: &[usize], m: usize, so_far: &mut Vec<usize>, each: &mut dyn FnMut(&[usize])) {
    let Some(&ones) = rows.get(so_far.len()) else { return each(so_far) };
    for row in (0..1_usize << m).filter(|row| row.count_ones() as usize == ones) {
        so_far.push(row);
        list(rows, m, so_far, each);
        so_far.pop();
    }
}
