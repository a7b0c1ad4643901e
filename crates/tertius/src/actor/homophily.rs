use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Grouping, Network, Others};
use crate::options::{self, Direction};
use crate::{Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "homophily",
    source: "Krackhardt and Stern 1988; Coleman 1958",
    page: include_str!("homophily.md"),
    options: &[options::BY, options::DIRECTION],
    run: Run::Network(|net, arguments, _| {
        homophily(net, &arguments.grouping(net)?, arguments.choice("direction")?)
    }),
};

#[doc = include_str!("homophily.md")]
///
/// # Errors
///
/// None.
///
/// # Example
///
/// ```
/// use tertius::{Network, actor};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0)])?
///     .with_attribute("sector", ["HE", "HE", "FE"]);
/// let found = actor::homophily(&net, &net.grouping("sector")?, Default::default())?;
/// assert_eq!(found.value("a", "ei_index"), Some(-1.0));
/// // Half of b's ties and half of those whom it could be tied to are of its sector.
/// assert_eq!(found.value("b", "excess"), Some(0.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn homophily(net: &Network, by: &Grouping, direction: Direction) -> Result<Results> {
    let egos = choices(net, by, direction);
    let column = |of: fn(&Choices) -> Result<f64, &'static str>| {
        egos.iter().map(move |ego| ego.as_ref().map_err(|why| *why).and_then(of))
    };
    let mut results = Results::by_actor(net)
        .number("tied_same", column(|it| Ok(it.a)))
        .number("tied_different", column(|it| Ok(it.b)))
        .number("untied_same", column(|it| Ok(it.c)))
        .number("untied_different", column(|it| Ok(it.d)))
        .number("homophily", column(Choices::homophily))
        .number("excess", column(Choices::excess))
        .number("coleman", column(Choices::coleman))
        .number("ei_index", column(Choices::ei_index))
        .number("jaccard", column(Choices::jaccard))
        .number("yule_q", column(Choices::yule_q))
        .number("phi", column(Choices::phi))
        .number("kappa", column(Choices::kappa))
        .number("odds_ratio", column(Choices::odds_ratio));
    by.notes().into_iter().for_each(|note| results.note(note));
    Ok(results.by(by).option("direction", direction.name(net.is_directed())))
}

/// The others of an ego: tied and of a group it is in (a), tied and not (b), untied and of a group
/// it is in (c), untied and not (d).
struct Choices {
    a: f64,
    b: f64,
    c: f64,
    d: f64,
}

fn choices(
    net: &Network,
    by: &Grouping,
    direction: Direction,
) -> Vec<Result<Choices, &'static str>> {
    let (rows, others) = (net.rows(direction), Others::new(net, by, direction));
    let of = |ego: usize| {
        if by.groups(ego).is_empty() {
            return Err("its group is not known");
        }
        let (mut same, mut different) = (0, 0);
        for alter in rows.alters(ego).iter().map(|&alter| alter as usize) {
            if !by.groups(alter).is_empty() && net.is_observed_for(ego, alter, direction) {
                *(if by.share_a_group(ego, alter) { &mut same } else { &mut different }) += 1;
            }
        }
        let sharing = others.sharing(ego);
        let apart = others.known(ego) - sharing;
        Ok(Choices {
            a: same as f64,
            b: different as f64,
            c: (sharing - same) as f64,
            d: (apart - different) as f64,
        })
    };
    (0..net.actors().len()).map(of).collect()
}

const NO_TIE: &str = "it has no observed tie to an actor of known group";

impl Choices {
    fn homophily(&self) -> Result<f64, &'static str> {
        ratio(self.a, self.a + self.b, NO_TIE)
    }

    /// The share of its group among those it could be tied to.
    fn available(&self) -> f64 {
        (self.a + self.c) / (self.a + self.b + self.c + self.d)
    }

    fn excess(&self) -> Result<f64, &'static str> {
        Ok(self.homophily()? - self.available())
    }

    fn coleman(&self) -> Result<f64, &'static str> {
        let (excess, available) = (self.excess()?, self.available());
        if available == 0.0 || self.b + self.d == 0.0 {
            return Err("there is no choice: all others are of its group, or none is");
        }
        Ok(excess / if excess < 0.0 { available } else { 1.0 - available })
    }

    fn ei_index(&self) -> Result<f64, &'static str> {
        ratio(self.b - self.a, self.a + self.b, NO_TIE)
    }

    fn jaccard(&self) -> Result<f64, &'static str> {
        self.homophily()?;
        Ok(self.a / (self.a + self.b + self.c))
    }

    fn yule_q(&self) -> Result<f64, &'static str> {
        self.homophily()?;
        let (same, crossed) = (self.a * self.d, self.b * self.c);
        ratio(same - crossed, same + crossed, "ad and bc are both 0")
    }

    fn phi(&self) -> Result<f64, &'static str> {
        self.homophily()?;
        let sums = (self.a + self.b) * (self.c + self.d) * (self.a + self.c) * (self.b + self.d);
        let crossed = self.a * self.d - self.b * self.c;
        ratio(crossed, sums.sqrt(), "it is tied to all others, or all are of its group, or none is")
    }

    fn kappa(&self) -> Result<f64, &'static str> {
        self.homophily()?;
        let ways = (self.a + self.b) * (self.b + self.d) + (self.a + self.c) * (self.c + self.d);
        let crossed = self.a * self.d - self.b * self.c;
        ratio(2.0 * crossed, ways, "it is tied to all others, and all are of its group")
    }

    fn odds_ratio(&self) -> Result<f64, &'static str> {
        self.homophily()?;
        ratio(self.a * self.d, self.b * self.c, "bc is 0")
    }
}

fn ratio(above: f64, below: f64, why: &'static str) -> Result<f64, &'static str> {
    if below == 0.0 { Err(why) } else { Ok(above / below) }
}
