"""Reads render passes (uncompressed EXR), removes noise, and computes the shadow on the ground.

Debian's Blender has no denoiser, and a neural one in numpy takes longer than the rendering. Light
without colour is smooth, so an edge-stopping wavelet filter is enough. It averages over growing
distances and stops where the normal, the material or the light changes.
"""
import struct

import numpy as np


def read_exr(path):
    """Layers of a multi-layer, uncompressed, half or float EXR: name to (height, width, parts)."""
    with open(path, 'rb') as file:
        data = file.read()
    at, fields = 8, {}

    def text(start):
        end = data.index(b'\0', start)
        return data[start:end].decode(), end + 1

    while data[at] != 0:
        name, at = text(at)
        _, at = text(at)
        size, = struct.unpack_from('<i', data, at)
        fields[name] = (at + 4, size)
        at += 4 + size
    x0, y0, x1, y1 = struct.unpack_from('<4i', data, fields['dataWindow'][0])
    width, height = x1 - x0 + 1, y1 - y0 + 1
    assert data[fields['compression'][0]] == 0, 'the EXR file is compressed'
    channels, place = [], fields['channels'][0]
    while data[place] != 0:
        name, place = text(place)
        kind, = struct.unpack_from('<i', data, place)
        channels.append((name, {1: np.float16, 2: np.float32}[kind]))
        place += 16
    row = sum(np.dtype(kind).itemsize for _, kind in channels) * width
    lines = np.frombuffer(data, np.uint8, offset=at + 1 + 8 * height)
    lines = lines.reshape(height, row + 8)[:, 8:]
    layers, start = {}, 0
    for name, kind in channels:
        size = np.dtype(kind).itemsize * width
        values = np.ascontiguousarray(lines[:, start:start + size]).view(kind)
        layer, part = name.rsplit('.', 1)
        layers.setdefault(layer.split('.', 1)[-1], {})[part] = values.astype(np.float32)
        start += size
    order = 'RGBAXYZV'
    return {layer: np.stack([parts[p] for p in sorted(parts, key=order.index)], 2)
            for layer, parts in layers.items()}


SOFT = ((0, 0, 0.25),) + tuple(
    (dy, dx, 0.125 if dy == 0 or dx == 0 else 0.0625)
    for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx)


def shifted(values, dy, dx):
    """The picture moved by some pixels, its border repeated."""
    height, width = values.shape[:2]
    rows = np.clip(np.arange(height) + dy, 0, height - 1)
    columns = np.clip(np.arange(width) + dx, 0, width - 1)
    return values[rows][:, columns]


def clean(pictures, guides, cover, rounds=4):
    """Denoises grey pictures of light inside `cover`. Guides are pictures with their tolerance."""
    rows, columns = np.where(cover > 0)
    top, bottom, left, right = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
    box = np.s_[top:bottom, left:right]
    inside = [picture[box].copy() for picture in pictures]
    fixed = np.concatenate([np.atleast_3d(guide[box]) / tolerance for guide, tolerance in guides], 2)
    fixed = fixed.astype(np.float32)
    mask = (cover[box] > 0.1).astype(np.float32)
    for index in range(rounds):
        step = 2 ** index
        level = np.log2(inside[0] + 0.02)
        if index == 0:  # The first estimate of the light is the noisiest.
            level = sum(shifted(level, dy, dx) for dy in (-2, 0, 2) for dx in (-2, 0, 2)) / 9
        tolerance = 1.2 / (1 + index)
        sums = [picture * 0.25 for picture in inside]
        weights = np.full(mask.shape, 0.25, np.float32)
        for dy, dx, share in SOFT[1:]:
            away = fixed - shifted(fixed, dy * step, dx * step)
            apart = np.einsum('ijk,ijk->ij', away, away)
            apart += ((level - shifted(level, dy * step, dx * step)) / tolerance) ** 2
            weight = share * np.exp(-apart) * shifted(mask, dy * step, dx * step)
            weights += weight
            for total, picture in zip(sums, inside):
                total += weight * shifted(picture, dy * step, dx * step)
        inside = [total / weights for total in sums]
    for picture, found in zip(pictures, inside):
        picture[box] = found
    return pictures


def blur(values, radius):
    """Three box blurs, close to a Gaussian with this standard deviation in pixels."""
    half = max(1, int(round(radius)))
    for axis in (0, 1):
        for _ in range(3):
            padded = np.pad(values, [(half + 1, half) if a == axis else (0, 0) for a in (0, 1)])
            run = np.cumsum(padded, axis)
            width = 2 * half + 1
            size = values.shape[axis]
            values = (np.take(run, range(width, width + size), axis)
                      - np.take(run, range(0, size), axis)) / width
    return values


class Ground:
    """The shadow of an object on the ground under a broad light, seen from above."""

    GRAIN = 60  # Pixels per decimetre.
    REACH = 1.4  # Ground around the object, in decimetres.
    # Slices by height above the ground: from, to, softness and darkness of their shadow.
    SLICES = ((-1, 0.05, 0.03, 0.75), (-1, 0.2, 0.09, 0.5), (-1, 0.6, 0.24, 0.34),
              (-1, 9, 0.5, 0.2))

    def __init__(self, points, triangles):
        middles = points[triangles].mean(1)
        points = np.concatenate([points, middles])
        self.corner = points[:, :2].min(0) - self.REACH
        size = points[:, :2].max(0) + self.REACH - self.corner
        shape = tuple((size[::-1] * self.GRAIN).astype(int) + 1)
        clear = np.ones(shape, np.float32)
        for low, high, soft, dark in self.SLICES:
            part = points[(points[:, 2] >= low) & (points[:, 2] < high)]
            if len(part) == 0:
                continue
            at = ((part[:, :2] - self.corner) * self.GRAIN).astype(int)
            hit = np.zeros(shape, np.float32)
            hit[at[:, 1], at[:, 0]] = 1
            hit = np.clip(blur(hit, 1) * 4, 0, 1)
            clear *= 1 - dark * np.clip(blur(hit, soft * self.GRAIN), 0, 1)
        self.dark = 1 - clear

    def seen(self, camera, frame, size, shape):
        """Darkness at each pixel of a frame. `camera` is its matrix, and its lens over 36 mm."""
        matrix, lens = camera
        width, height = size
        left, _, _, top = frame
        total = np.zeros(shape, np.float32)
        # At a grazing angle one pixel covers a long strip of ground, so rows are supersampled.
        for sub in (0.125, 0.375, 0.625, 0.875):
            u = left + (np.arange(shape[1]) + 0.5) / width - 0.5
            v = (top - (np.arange(shape[0]) + sub) / height - 0.5) * height / width
            x, y = np.meshgrid(u, v)
            rays = np.stack([x / lens, y / lens, -np.ones_like(x)], 2) @ matrix[:3, :3].T
            eye = matrix[:3, 3]
            down = np.minimum(rays[..., 2], -1e-6)
            hit = eye[:2] + rays[..., :2] * (-eye[2] / down)[..., None]
            at = (hit - self.corner) * self.GRAIN
            i, j = np.floor(at[..., 0]).astype(int), np.floor(at[..., 1]).astype(int)
            inside = ((rays[..., 2] < -1e-6) & (i >= 0) & (j >= 0)
                      & (i < self.dark.shape[1] - 1) & (j < self.dark.shape[0] - 1))
            i, j, (s, t) = i[inside], j[inside], (at[inside] % 1).T
            near = self.dark[j, i] * (1 - s) + self.dark[j, i + 1] * s
            far = self.dark[j + 1, i] * (1 - s) + self.dark[j + 1, i + 1] * s
            total[inside] += near * (1 - t) + far * t
        return total / 4
