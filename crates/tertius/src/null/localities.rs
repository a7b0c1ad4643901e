//! How far apart actors are on the map.

use std::collections::HashMap;

use super::Dyadic;
use crate::network::Network;
use crate::study::Study;
use crate::{Error, Result};

/// Mean radius of the earth in kilometres.
const EARTH: f64 = 6_371.008_8;

/// No grid in metres puts a place as near to its origin as degrees do; what is beyond it in a table of
/// degrees is a mistake.
const METRES: f64 = 10_000.0;

const NAME: &str = "distance:locality";

impl Dyadic {
    /// How far apart the localities of two actors are, by their coordinates; of several, the nearest
    /// two. Where all are within ±180 and ±90, these are degrees, and the distance is in kilometres
    /// on a globe; else they are eastings and northings, and it is in their own unit.
    ///
    /// # Errors
    ///
    /// If no locality of these actors has coordinates, or some look like degrees and others like
    /// metres; if there are more than 2,000 actors.
    ///
    /// ```
    /// use tertius::null::Dyadic;
    /// use tertius::study::{Locality, Study};
    /// use tertius::Network;
    /// let place = |id: &str, x, y| {
    ///     Locality { id: id.to_owned(), x: Some(x), y: Some(y), ..Locality::default() }
    /// };
    /// let localities = vec![place("leeds", 430e3, 433e3), place("york", 460e3, 452e3)];
    /// let study = Study { localities, ..Study::default() };
    /// let net = Network::from_ties(false, [("uni", "col", 1.0)])?;
    /// let net = net.with_attribute("locality", ["leeds", "york"]);
    /// let metres = Dyadic::between_localities(&study, &net)?.value(0, 1).unwrap();
    /// assert_eq!(metres.round(), 35_511.0);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn between_localities(study: &Study, net: &Network) -> Result<Self> {
        let listed = study.localities.iter();
        let listed: HashMap<&str, Point> =
            listed.filter_map(|it| Some((it.id.as_str(), (it.x?, it.y?)))).collect();
        let places = net.attribute("locality").unwrap_or_default();
        let points = |of: &Vec<String>| {
            of.iter().filter_map(|id| listed.get(id.as_str()).copied()).collect::<Vec<_>>()
        };
        let mut actors: Vec<Vec<Point>> = places.iter().map(points).collect();
        actors.resize(net.actors().len(), Vec::new());
        let globe = are_degrees(&actors.concat())?;
        let between = if globe { kilometres } else { straight };
        let mut made = Self::made(NAME, actors.len(), true, |from, to| {
            let pairs = actors[from].iter().flat_map(|&a| actors[to].iter().map(move |&b| (a, b)));
            pairs.map(|(a, b)| between(a, b)).fold(f64::NAN, f64::min)
        })?;
        let unknown = actors.iter().filter(|it| it.is_empty()).count();
        made.say_unknown(unknown, "in no locality with coordinates");
        made.say(if globe {
            "coordinates are taken as degrees, and distances are in kilometres"
        } else {
            "coordinates are taken as eastings and northings, and distances are in their unit"
        });
        Ok(made)
    }
}

type Point = (f64, f64);

/// Whether coordinates are longitudes and latitudes.
fn are_degrees(points: &[Point]) -> Result<bool> {
    let degrees = |&&(x, y): &&Point| x.abs() <= 180.0 && y.abs() <= 90.0;
    let within = points.iter().filter(degrees).count();
    let metres = points.iter().any(|&(x, y)| x.abs() > METRES || y.abs() > METRES);
    if points.is_empty() {
        let why = "no locality of these actors has coordinates; give localities x and y";
        return Err(Error::not_applicable(NAME, why));
    }
    if within > 0 && metres {
        let why = "some localities have degrees as coordinates and others metres; give all in one";
        return Err(Error::not_applicable(NAME, why));
    }
    Ok(within == points.len())
}

fn straight((x, y): Point, (other_x, other_y): Point) -> f64 {
    (x - other_x).hypot(y - other_y)
}

/// Along a great circle, by the haversine, which is exact for places that are near.
fn kilometres((x, y): Point, (other_x, other_y): Point) -> f64 {
    let half = |a: f64, b: f64| ((b - a).to_radians() / 2.0).sin().powi(2);
    let cosines = y.to_radians().cos() * other_y.to_radians().cos();
    let haversine = half(y, other_y) + cosines * half(x, other_x);
    2.0 * EARTH * haversine.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::{are_degrees, kilometres};

    /// A degree of latitude, and of longitude at 60° north, where it is half as long.
    #[test]
    fn degrees_are_as_long_as_they_are() {
        assert!((kilometres((0.0, 0.0), (0.0, 1.0)) - 111.195_08).abs() < 1e-4);
        let along = kilometres((0.0, 60.0), (1.0, 60.0));
        assert!((along - 55.597_5).abs() < 2e-3, "{along}");
        assert!((kilometres((0.0, 90.0), (0.0, -90.0)) - 20_015.114_4).abs() < 1e-3);
    }

    #[test]
    fn degrees_and_metres_are_not_mixed() {
        assert_eq!(are_degrees(&[(-1.5, 53.8), (-1.1, 54.0)]), Ok(true));
        assert_eq!(are_degrees(&[(430e3, 433e3), (460e3, 452e3)]), Ok(false));
        assert_eq!(are_degrees(&[(43.0, 43.3), (460.0, 452.0)]), Ok(false), "a grid in kilometres");
        assert!(are_degrees(&[(-1.5, 53.8), (460e3, 452e3)]).is_err());
    }
}
