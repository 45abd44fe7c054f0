"""Oregon State Plane North feet to degrees and back: the Lambert conic conformal projection with two parallels.

Source: EPSG guidance note 7-2, "Lambert Conic Conformal (2SP)", method 9802; parameters of EPSG:2269 and 2913 (NAD83 and
NAD83(HARN) / Oregon North in international feet), which share them; ellipsoid GRS 1980. NAD83 and WGS 84 are a meter or two
apart in Oregon, which is not corrected here: open maps take them as equal (the EPSG's null transformation 1188).
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
FOOT = 0.3048           # meters in an international foot
_TOGETHER = 1 << 14     # places, so that what is reckoned with stays near the processor


@dataclass(frozen=True, kw_only=True)
class Conic:
    """One projection of this method. Angles in degrees, lengths in one unit, which is also that of the map."""

    semi_major: float
    flattening: float
    latitude: float             # of the false origin
    longitude: float
    parallels: tuple[float, float]
    easting: float              # at the false origin
    northing: float

    def to_map(self, longitude: Numbers, latitude: Numbers) -> tuple[Numbers, Numbers]:
        """Return easting and northing of places in degrees."""
        distance = self._distance(self._t(np.radians(latitude)))
        turn = self._cone * np.radians(longitude - self.longitude)
        return self.easting + distance * np.sin(turn), self.northing + self._radius - distance * np.cos(turn)

    def to_degrees(self, east: Numbers, north: Numbers) -> tuple[Numbers, Numbers]:
        """Return longitude and latitude in degrees of places on the map."""
        found = np.empty((2, len(east)), np.float64)
        for start in range(0, len(east), _TOGETHER):
            some = slice(start, start + _TOGETHER)
            found[:, some] = self._some_degrees(east[some], north[some])
        return found[0], found[1]

    def _some_degrees(self, east: Numbers, north: Numbers) -> tuple[Numbers, Numbers]:
        across, down = east - self.easting, self._radius - (north - self.northing)
        t = (np.hypot(across, down) / (self.semi_major * self._factor)) ** (1 / self._cone)
        near = self._from_conformal(np.pi / 2 - 2 * np.arctan(t))
        latitude = np.pi / 2 - 2 * np.arctan(t * self._stretch(near))     # a hundred times nearer than the series
        return np.degrees(np.arctan2(across, down) / self._cone) + self.longitude, np.degrees(latitude)

    @cached_property
    def _eccentricity(self) -> float:
        return float(np.sqrt(2 * self.flattening - self.flattening ** 2))

    @cached_property
    def _cone(self) -> float:
        """Return n of the guidance note."""
        (m1, m2), (t1, t2) = self._m(np.radians(self.parallels)), self._t(np.radians(self.parallels))
        return float((np.log(m1) - np.log(m2)) / (np.log(t1) - np.log(t2)))

    @cached_property
    def _factor(self) -> float:
        """Return F of the guidance note."""
        first = np.radians(np.array(self.parallels[:1]))
        return float(self._m(first)[0] / (self._cone * self._t(first)[0] ** self._cone))

    @cached_property
    def _radius(self) -> float:
        """Return the distance of the false origin from the apex."""
        return float(self._distance(self._t(np.radians(np.array([self.latitude]))))[0])

    def _distance(self, t: Numbers) -> Numbers:
        return np.asarray(self.semi_major * self._factor * t ** self._cone)

    def _stretch(self, latitude: Numbers) -> Numbers:
        sine = self._eccentricity * np.sin(latitude)
        return np.asarray(((1 - sine) / (1 + sine)) ** (self._eccentricity / 2))

    def _from_conformal(self, angle: Numbers) -> Numbers:
        """Return the latitude of a conformal one, to a hundredth of a millimeter. Source: Snyder 1987, (3-5).

        The sines of the multiples come out of one sine and cosine: half of the time goes into these.
        """
        sine, double = np.sin(2 * angle), 2 * np.cos(2 * angle)
        first, second, third, fourth = self._series
        inner = third + double * fourth
        return np.asarray(angle + sine * (first - third + double * (second - 2 * fourth + double * inner)))

    @cached_property
    def _series(self) -> tuple[float, float, float, float]:
        """Return the factors of the sines of two, four, six and eight times the angle."""
        e2 = self._eccentricity ** 2
        return (e2 / 2 + 5 * e2 ** 2 / 24 + e2 ** 3 / 12 + 13 * e2 ** 4 / 360,
                7 * e2 ** 2 / 48 + 29 * e2 ** 3 / 240 + 811 * e2 ** 4 / 11520, 7 * e2 ** 3 / 120 + 81 * e2 ** 4 / 1120,
                4279 * e2 ** 4 / 161280)

    def _m(self, latitude: Numbers) -> Numbers:
        return np.asarray(np.cos(latitude) / np.sqrt(1 - (self._eccentricity * np.sin(latitude)) ** 2))

    def _t(self, latitude: Numbers) -> Numbers:
        return np.asarray(np.tan(np.pi / 4 - latitude / 2) / self._stretch(latitude))


OREGON_NORTH = Conic(semi_major=6_378_137.0 / FOOT, flattening=1 / 298.257222101, latitude=43 + 40 / 60, longitude=-120.5,
                     parallels=(44 + 20 / 60, 46.0), easting=2_500_000.0 / FOOT, northing=0.0)
