"""Oregon State Plane North feet to degrees: the inverse of the Lambert conic conformal projection with two parallels.

Source: EPSG guidance note 7-2, "Lambert Conic Conformal (2SP)", method 9802; parameters of EPSG:2269 and 2913 (NAD83 and
NAD83(HARN) / Oregon North in international feet), which share them; ellipsoid GRS 1980. NAD83 and WGS 84 are a meter or two
apart in Oregon, which is not corrected here: open maps take them as equal (the EPSG's null transformation 1188).
"""

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
FOOT = 0.3048                                   # meters in an international foot
SEMI_MAJOR, FLATTENING = 6_378_137.0, 1 / 298.257222101
FALSE_EASTING, FALSE_NORTHING = 2_500_000.0, 0.0    # meters
ORIGIN = np.radians([43 + 40 / 60, -(120 + 30 / 60)])   # latitude, longitude
PARALLELS = np.radians([44 + 20 / 60, 46.0])
_E = float(np.sqrt(2 * FLATTENING - FLATTENING ** 2))
_ROUNDS = 8                                     # of the series; the fifth no longer changes a tenth of a millimeter


def to_degrees(x_feet: Numbers, y_feet: Numbers) -> tuple[Numbers, Numbers]:
    """Return longitude and latitude in degrees of places in feet of EPSG:2269 or 2913."""
    east, north = x_feet * FOOT - FALSE_EASTING, y_feet * FOOT - FALSE_NORTHING
    cone, factor, radius = _constants()
    down = radius - north
    distance = np.sign(cone) * np.hypot(east, down)
    t = (distance / (SEMI_MAJOR * factor)) ** (1 / cone)
    longitude = np.arctan2(east, down) / cone + ORIGIN[1]
    latitude = np.pi / 2 - 2 * np.arctan(t)
    for _round in range(_ROUNDS):
        sine = _E * np.sin(latitude)
        latitude = np.pi / 2 - 2 * np.arctan(t * ((1 - sine) / (1 + sine)) ** (_E / 2))
    return np.degrees(longitude), np.degrees(latitude)


def to_feet(longitude: Numbers, latitude: Numbers) -> tuple[Numbers, Numbers]:
    """Return the place in feet of EPSG:2269 or 2913 of longitudes and latitudes in degrees."""
    cone, factor, radius = _constants()
    distance = SEMI_MAJOR * factor * _t(np.radians(latitude)) ** cone
    turn = cone * (np.radians(longitude) - ORIGIN[1])
    east = FALSE_EASTING + distance * np.sin(turn)
    north = FALSE_NORTHING + radius - distance * np.cos(turn)
    return east / FOOT, north / FOOT


def _constants() -> tuple[float, float, float]:
    """Return n, F and the radius at the origin of the guidance note."""
    m1, m2 = _m(PARALLELS)
    t1, t2 = _t(PARALLELS)
    cone = float((np.log(m1) - np.log(m2)) / (np.log(t1) - np.log(t2)))
    factor = float(m1 / (cone * t1 ** cone))
    return cone, factor, float(SEMI_MAJOR * factor * _t(ORIGIN[:1])[0] ** cone)


def _m(latitude: Numbers) -> Numbers:
    return np.asarray(np.cos(latitude) / np.sqrt(1 - (_E * np.sin(latitude)) ** 2))


def _t(latitude: Numbers) -> Numbers:
    sine = _E * np.sin(latitude)
    return np.asarray(np.tan(np.pi / 4 - latitude / 2) / ((1 - sine) / (1 + sine)) ** (_E / 2))
