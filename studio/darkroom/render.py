"""Renders packages of the picture studio with Cycles.

Run inside Blender; reads one job a line from standard input, as JSON:
  {"package", "camera", "lights", "room", "size", "samples", "views"}
and answers with a line `STUDIO {...}`. Of each view it saves light without colour (denoised) and
the share of every colour slot at each pixel; the colours are put in afterwards, in TypeScript.
"""
import json
import os
import sys
import time

import bpy
import numpy as np
from mathutils import Vector

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from develop import Ground, clean, read_exr  # noqa: E402

SLOT_PASSES = 6


def image(path):
    found = bpy.data.images.load(path)
    found.colorspace_settings.name = 'Non-Color'
    return found


def texture(nodes, path):
    node = nodes.new('ShaderNodeTexImage')
    node.image = image(path)
    node.interpolation = 'Linear'
    return node.outputs['Color']


def material(folder, spec):
    made = bpy.data.materials.new(spec['name'])
    made.use_nodes = True
    nodes, links = made.node_tree.nodes, made.node_tree.links
    bsdf = nodes['Principled BSDF']
    grey = spec['bounce']
    bsdf.inputs['Base Color'].default_value = (grey, grey, grey, 1)
    bsdf.inputs['Metallic'].default_value = spec['metal']
    bsdf.inputs['Clearcoat'].default_value = spec['coat']
    bsdf.inputs['Clearcoat Roughness'].default_value = 0.08
    bsdf.inputs['Specular'].default_value = 0.4
    if isinstance(spec['rough'], str):
        links.new(texture(nodes, os.path.join(folder, spec['rough'])), bsdf.inputs['Roughness'])
    else:
        bsdf.inputs['Roughness'].default_value = spec['rough']
    if spec['normal']:
        bend = nodes.new('ShaderNodeNormalMap')
        bend.inputs['Strength'].default_value = spec['relief']
        links.new(texture(nodes, os.path.join(folder, spec['normal'])), bend.inputs['Color'])
        links.new(bend.outputs['Normal'], bsdf.inputs['Normal'])
    for index, share in enumerate(spec['passes']):
        out = nodes.new('ShaderNodeOutputAOV')
        out.name = 'slots%d' % index
        if isinstance(share, str):
            links.new(texture(nodes, os.path.join(folder, share)), out.inputs['Color'])
        else:
            out.inputs['Color'].default_value = (*(share or (0, 0, 0)), 1)
    cover = nodes.new('ShaderNodeOutputAOV')
    cover.name = 'cover'
    cover.inputs['Color'].default_value = (1, 1, 1, 1)
    return made


def mesh(name, data, offset, part):
    """Makes one mesh; file axes (x, y up, z near) become Blender's (x, -z, y), in decimetres."""
    points, triangles = part['points'], part['triangles']

    def take(kind, count):
        nonlocal offset
        found = np.frombuffer(data, kind, count, offset)
        offset += found.nbytes
        return found

    at = take(np.float32, points * 3).reshape(-1, 3)
    normals = take(np.float32, points * 3).reshape(-1, 3)
    uvs = take(np.float32, points * 2).reshape(-1, 2)
    corners = take(np.uint32, triangles * 3).astype(np.int32)
    turned = np.stack([at[:, 0], -at[:, 2], at[:, 1]], 1) * 0.1
    made = bpy.data.meshes.new(name)
    made.vertices.add(points)
    made.vertices.foreach_set('co', turned.astype(np.float32).ravel())
    made.loops.add(triangles * 3)
    made.loops.foreach_set('vertex_index', corners)
    made.polygons.add(triangles)
    made.polygons.foreach_set('loop_start', np.arange(0, triangles * 3, 3, dtype=np.int32))
    made.polygons.foreach_set('loop_total', np.full(triangles, 3, np.int32))
    made.polygons.foreach_set('use_smooth', np.ones(triangles, bool))
    layer = made.uv_layers.new(name='UVMap')
    flat = np.stack([uvs[:, 0], 1 - uvs[:, 1]], 1)[corners]
    layer.data.foreach_set('uv', flat.astype(np.float32).ravel())
    made.update()
    made.use_auto_smooth = True
    spun = np.stack([normals[:, 0], -normals[:, 2], normals[:, 1]], 1)
    made.normals_split_custom_set_from_vertices(spun.tolist())
    return made, offset


def clear():
    for kind in (bpy.data.objects, bpy.data.meshes, bpy.data.materials, bpy.data.images,
                 bpy.data.lights, bpy.data.cameras):
        for item in list(kind):
            kind.remove(item)


def load(folder):
    with open(os.path.join(folder, 'scene.json'), encoding='utf-8') as file:
        spec = json.load(file)
    with open(os.path.join(folder, 'meshes.bin'), 'rb') as file:
        data = file.read()
    materials = {m['name']: material(folder, m) for m in spec['materials']}
    root = bpy.data.objects.new('root', None)
    bpy.context.scene.collection.objects.link(root)
    offset = 0
    for part in spec['parts']:
        made, offset = mesh(part['material'], data, offset, part)
        made.materials.append(materials[part['material']])
        thing = bpy.data.objects.new(part['material'], made)
        thing.parent = root
        bpy.context.scene.collection.objects.link(thing)
    return root


def light(box):
    lamp = bpy.data.lights.new('softbox', 'AREA')
    lamp.energy, lamp.shape = box['watts'], 'RECTANGLE'
    lamp.size, lamp.size_y = box['size']
    thing = bpy.data.objects.new('softbox', lamp)
    thing.location = box['at']
    aim = Vector(box['to']) - Vector(box['at'])
    thing.rotation_euler = aim.to_track_quat('-Z', 'Y').to_euler()
    bpy.context.scene.collection.objects.link(thing)


def stage(job, root):
    scene = bpy.context.scene
    for box in job['lights']:
        light(box)
    world = scene.world or bpy.data.worlds.new('room')
    scene.world = world
    world.use_nodes = True
    world.node_tree.nodes['Background'].inputs['Color'].default_value = (1, 1, 1, 1)
    world.node_tree.nodes['Background'].inputs['Strength'].default_value = job['room']
    camera = job['camera']
    root.rotation_euler = (np.pi, 0, 0) if camera.get('upturned') else (0, 0, 0)
    root.location = (0, 0, 1.0) if camera.get('upturned') else (0, 0, 0)
    eye = bpy.data.objects.new('camera', bpy.data.cameras.new('camera'))
    scene.collection.objects.link(eye)
    scene.camera = eye
    eye.data.lens, eye.data.sensor_width = camera['lens'], 36
    right, near, up = camera['from']
    x, out, height = camera['at']
    target = Vector((x, -out, height))
    eye.location = target + Vector((right, -near, up))
    if right == 0 and near == 0:
        eye.rotation_euler = (0, 0, 0)  # Straight down: tracking would leave the roll to chance.
    else:
        eye.rotation_euler = (target - eye.location).to_track_quat('-Z', 'Y').to_euler()


def settings(job):
    scene, layer = bpy.context.scene, bpy.context.view_layer
    scene.render.engine = 'CYCLES'
    cycles = scene.cycles
    cycles.device, cycles.samples, cycles.use_denoising = 'CPU', job['samples'], False
    cycles.use_adaptive_sampling = False
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = 1, 1, 1
    cycles.transmission_bounces, cycles.transparent_max_bounces = 0, 4
    cycles.sample_clamp_indirect, cycles.blur_glossy = 4, 1
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.filter_width = 1.5
    scene.render.threads_mode, scene.render.threads = 'FIXED', 2
    scene.render.film_transparent = True
    scene.render.resolution_x, scene.render.resolution_y = job['size']
    left, right, bottom, top = job['camera']['frame']
    scene.render.use_border = scene.render.use_crop_to_border = True
    scene.render.border_min_x, scene.render.border_max_x = left, right
    scene.render.border_min_y, scene.render.border_max_y = bottom, top
    scene.render.image_settings.file_format = 'OPEN_EXR_MULTILAYER'
    scene.render.image_settings.color_depth = '16'
    scene.render.image_settings.exr_codec = 'NONE'
    scene.render.dither_intensity = 0
    for name in ('diffuse_direct', 'diffuse_indirect', 'glossy_direct', 'glossy_indirect',
                 'glossy_color'):
        setattr(layer, 'use_pass_' + name, True)
    layer.cycles.denoising_store_passes = True
    wanted = ['slots%d' % i for i in range(SLOT_PASSES)] + ['cover']
    for name in wanted:
        if name not in [aov.name for aov in layer.aovs]:
            layer.aovs.add().name = name


def develop(layers):
    """Light without colour, diffuse and mirrored, and what it falls on."""
    diffuse = (layers['DiffDir'] + layers['DiffInd']).mean(2)
    glossy = ((layers['GlossDir'] + layers['GlossInd']) * layers['GlossCol']).mean(2)
    cover = np.clip(layers['cover'][..., 0], 0, 1)
    shares = [layers['slots%d' % i].sum(2) for i in range(SLOT_PASSES)]
    kinds = sum(share * index for index, share in enumerate(shares))
    guides = ((layers['Denoising Normal'], 0.28), (kinds, 0.7))
    # Half-covered pixels at the outline have only their share of light; give them all of it.
    whole = np.maximum(cover, 0.02)
    diffuse, glossy = diffuse / whole, glossy / whole
    polished = np.clip(cover - sum(shares) * 2, 0, 1)
    mirrored = glossy.copy()
    light, glossy = clean([diffuse, glossy], guides, cover)
    return light, glossy + (mirrored - glossy) * polished, cover


def shadow(root, job, shape):
    """Darkness of the ground round what stands on it."""
    bpy.context.view_layer.update()
    points, triangles, count = [], [], 0
    for thing in root.children:
        data = thing.data
        found = np.empty(len(data.vertices) * 3, np.float32)
        data.vertices.foreach_get('co', found)
        corners = np.empty(len(data.loops), np.int32)
        data.loops.foreach_get('vertex_index', corners)
        place = np.array(thing.matrix_world)
        points.append(found.reshape(-1, 3) @ place[:3, :3].T + place[:3, 3])
        triangles.append(corners.reshape(-1, 3) + count)
        count += len(data.vertices)
    ground = Ground(np.concatenate(points), np.concatenate(triangles))
    camera = bpy.context.scene.camera
    lens = camera.data.lens / camera.data.sensor_width
    look = (np.array(camera.matrix_world), lens)
    return ground.seen(look, job['camera']['frame'], job['size'], shape)


def save(path, lists):
    with open(path, 'wb') as file:
        for values, scale, kind in lists:
            top = np.iinfo(kind).max
            np.clip(np.rint(values * scale), 0, top).astype(kind).tofile(file)


def run(job):
    started = time.process_time()
    root = load(job['package'])
    for view in job['views']:
        shot = {**job, **view}
        settings(shot)
        for thing in list(bpy.data.objects):
            if thing.type in ('LIGHT', 'CAMERA'):
                bpy.data.objects.remove(thing)
        stage(shot, root)
        began = time.process_time()
        exr = shot['out'] + '.exr'
        bpy.context.scene.render.filepath = exr
        bpy.ops.render.render(write_still=True)
        rendered = time.process_time()
        layers = read_exr(exr)
        os.remove(exr)
        light, glossy, cover = develop(layers)
        dark = shadow(root, shot, cover.shape) * (1 - cover)
        slots = [layers['slots%d' % i][..., c] for i in range(SLOT_PASSES) for c in range(3)]
        save(shot['out'], [(light, 8192, np.uint16), (glossy, 8192, np.uint16),
                           (cover, 255, np.uint8), (dark, 255, np.uint8)]
             + [(slot, 200, np.uint8) for slot in slots])
        height, width = cover.shape
        print('STUDIO ' + json.dumps({
            'out': shot['out'], 'width': width, 'height': height,
            'render': round(rendered - began, 1), 'develop': round(time.process_time() - rendered, 1),
            'load': round(began - started, 1)}), flush=True)
        started = time.process_time()
    clear()


def main():
    bpy.ops.wm.read_factory_settings(use_empty=True)
    print('STUDIO ready', flush=True)
    for line in sys.stdin:
        if not line.strip():
            continue
        try:
            run(json.loads(line))
        except Exception as error:  # The queue goes on with the next shoe.
            clear()
            print('STUDIO ' + json.dumps({'error': '%s: %s' % (type(error).__name__, error)}),
                  flush=True)


main()
