"""Shades render passes of normals, positions and materials: relief, gloss and steel, without noise.

Cycles renders two sets: at a reduced size how much light reaches each point (with shadows, without
relief), and at full size geometry and materials. All detail is computed here from the second, so a
picture needs few samples and stays sharp.
"""
import numpy as np


def dot(a, b):
    return np.einsum('...k,...k->...', a, b)


def unit(v):
    return v / np.maximum(np.sqrt(dot(v, v)), 1e-6)[..., None]


class Studio:
    """The softboxes and the room, as functions of position and direction."""

    def __init__(self, boxes, room):
        self.room = room
        self.boxes = []
        for box in boxes:
            at, to = np.array(box['at'], np.float32), np.array(box['to'], np.float32)
            aim = (to - at) / np.linalg.norm(to - at)
            across = np.cross(aim, (0, 0, 1)).astype(np.float32)
            across /= np.linalg.norm(across)
            self.boxes.append((at, aim, across, np.cross(across, aim).astype(np.float32),
                               box['size'], box['watts']))

    def falling(self, place, normal):
        """Unshadowed light on a matt surface, in Cycles' units."""
        total = self.room * (0.66 + 0.34 * normal[..., 2])
        for at, aim, _, _, _, watts in self.boxes:
            way = at - place
            far = dot(way, way)
            way = way / np.sqrt(far)[..., None]
            # A broad softbox lights slightly past the terminator.
            facing = np.clip((dot(normal, way) + 0.18) / 1.18, 0, None)
            total = total + watts / np.pi ** 2 * facing * np.clip(-way @ aim, 0, None) / far
        return total

    def mirrored(self, place, towards, spread):
        """Light reflected from a direction; `spread` is its blur, 0 to 1."""
        up = towards[..., 2]
        total = self.room * (0.5 + 0.5 * np.clip(up * 3, -0.8, 1))
        for at, aim, across, upright, (wide, tall), watts in self.boxes:
            down = towards @ aim
            reach = dot(at - place, aim[None]) / np.where(down < -1e-3, down, -1e-3)
            hit = place + towards * reach[..., None] - at
            soft = np.maximum(spread * np.abs(reach), 0.12)
            seen = (down < -1e-3).astype(np.float32)
            for axis, size in ((across, wide), (upright, tall)):
                off = hit @ axis
                seen = seen * 0.5 * (np.tanh(1.2 * (off + size / 2) / soft)
                                     - np.tanh(1.2 * (off - size / 2) / soft))
            # Diffusers in front of the lamps keep highlights from clipping.
            total = total + seen * min(3.0, watts / (np.pi * wide * tall))
        return total


def steel(normal, camera):
    """Polished steel by its normal in camera space: a bright card, dark cards, a thin rim."""
    right, up = normal @ camera[:, 0], normal @ camera[:, 1]
    bell = lambda at, wide: np.exp(-(((right - at) / wide) ** 2))  # noqa: E731
    return (0.1 + 0.95 * bell(-0.36, 0.15) + 0.5 * bell(0.7, 0.13) + 0.16 * bell(0.2, 0.12)
            + 0.3 * np.clip(up, 0, 1) ** 1.5 - 0.05 * bell(0.45, 0.12))


def enlarged(values, guide, fine, cover):
    """Upsamples coarse values, preferring those of the four neighbours with a similar normal."""
    height, width = fine.shape[:2]
    rows = (np.arange(height) + 0.5) * values.shape[0] / height - 0.5
    columns = (np.arange(width) + 0.5) * values.shape[1] / width - 0.5
    total = np.zeros((height, width), np.float32)
    weights = np.full((height, width), 1e-6, np.float32)
    for down in (0, 1):
        i = np.floor(rows).astype(int) + down
        by = 1 - np.abs(rows - i)
        i = np.clip(i, 0, values.shape[0] - 1)
        for along in (0, 1):
            j = np.floor(columns).astype(int) + along
            bx = 1 - np.abs(columns - j)
            j = np.clip(j, 0, values.shape[1] - 1)
            away = fine - guide[i][:, j]
            weight = (by[:, None] * bx[None] + 0.01) * np.maximum(cover[i][:, j], 1e-4)
            weight = weight * (np.exp(-dot(away, away) * 6) + 1e-3)
            weights += weight
            total += weight * values[i][:, j]
    return total / weights


def shade(fine, reach, studio, camera):
    """Diffuse and reflected light of each pixel.

    `fine` holds the full-size passes, `reach` the share of the light that reaches a pixel, `camera`
    the camera's matrix.
    """
    cover = np.maximum(fine['cover'][..., :1], 0.02)
    place, matter = fine['place'] / cover, fine['matter'] / cover
    flat, bent = unit(fine['flat']), unit(fine['bent'])
    rough, coat, metal = matter[..., 0], matter[..., 1], matter[..., 2]
    eye = unit(camera[:3, 3].astype(np.float32) - place)
    light = studio.falling(place, bent) * reach
    facing = np.clip(dot(bent, eye), 0.02, 1)
    # Cloth has fibres that catch the light at grazing angles.
    light = light * (1 + 0.45 * np.clip(rough - 0.3, 0, 0.5) * (1 - facing) ** 3)
    graze = (1 - facing) ** 5
    open_ = np.clip(reach, 0, 1)

    def mirror(normal, spread):
        towards = normal * (2 * dot(normal, eye))[..., None] - eye
        return studio.mirrored(place, towards, spread)

    fresnel = 0.05 + 0.5 * np.clip(1 - rough - 0.04, 0, 1) ** 2 * graze
    gloss = fresnel * mirror(bent, 0.08 + 1.1 * rough ** 2) * open_
    coated = np.where(coat > 0.01)
    if len(coated[0]):
        towards = 2 * flat * dot(flat, eye)[..., None] - eye
        seen = studio.mirrored(place[coated], towards[coated], np.full(len(coated[0]), 0.13))
        rim = (1 - np.clip(dot(flat, eye)[coated], 0.02, 1)) ** 5
        gloss[coated] += coat[coated] * (0.05 + 0.5 * rim) * seen * open_[coated]
    shining = steel(bent, camera[:3, :3].astype(np.float32)) * (0.45 + 0.55 * open_)
    return light, gloss * (1 - metal) + np.clip(shining, 0, None) * metal
