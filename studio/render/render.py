"""Renders shoes with Cycles.

Runs inside Blender. Reads one job per line from standard input, as JSON:
  {"package", "camera", "lights", "room", "size", "samples", "coarse", "rays", "views"}
and answers with a line `STUDIO {...}`. "package" is the folder that blender-scene.ts wrote. For
each view it saves render passes: light without colour (see shade.py), and each pixel's share of
every colour slot. compose.ts adds the colours.
"""
import json
import os
import sys
import time

import bpy
import numpy as np
from mathutils import Vector

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from passes import Ground, clean, read_exr  # noqa: E402
from shade import Studio, enlarged, shade, unit  # noqa: E402

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


def emit(nodes, links, name, value):
    """Adds a render pass (AOV); `value` is a socket or a colour."""
    out = nodes.new('ShaderNodeOutputAOV')
    out.name = name
    if isinstance(value, bpy.types.NodeSocket):
        links.new(value, out.inputs['Color'])
    else:
        out.inputs['Color'].default_value = (*value, 1)


def material(folder, spec):
    """A matt grey surface for the light; its other properties go to render passes."""
    made = bpy.data.materials.new(spec['name'])
    made.use_nodes = True
    nodes, links = made.node_tree.nodes, made.node_tree.links
    nodes.remove(nodes['Principled BSDF'])
    matt = nodes.new('ShaderNodeBsdfDiffuse')
    grey = spec['bounce']
    matt.inputs['Color'].default_value = (grey, grey, grey, 1)
    links.new(matt.outputs['BSDF'], nodes['Material Output'].inputs['Surface'])
    space = nodes.new('ShaderNodeNewGeometry')
    bent = space.outputs['Normal']
    if spec['normal']:
        bend = nodes.new('ShaderNodeNormalMap')
        bend.inputs['Strength'].default_value = spec['relief']
        links.new(texture(nodes, os.path.join(folder, spec['normal'])), bend.inputs['Color'])
        bent = bend.outputs['Normal']
    matter = nodes.new('ShaderNodeCombineXYZ')
    if isinstance(spec['rough'], str):
        links.new(texture(nodes, os.path.join(folder, spec['rough'])), matter.inputs['X'])
    else:
        matter.inputs['X'].default_value = spec['rough']
    matter.inputs['Y'].default_value = spec['coat']
    matter.inputs['Z'].default_value = spec['metal']
    for name, value in (('cover', (1, 1, 1)), ('place', space.outputs['Position']),
                        ('flat', space.outputs['Normal']), ('bent', bent),
                        ('matter', matter.outputs['Vector'])):
        emit(nodes, links, name, value)
    for index, share in enumerate(spec['passes']):
        if isinstance(share, str):
            share = texture(nodes, os.path.join(folder, share))
        if share:
            emit(nodes, links, 'slots%d' % index, share)
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
    camera_object = bpy.data.objects.new('camera', bpy.data.cameras.new('camera'))
    scene.collection.objects.link(camera_object)
    scene.camera = camera_object
    camera_object.data.lens, camera_object.data.sensor_width = camera['lens'], 36
    right, near, up = camera['from']
    x, out, height = camera['at']
    target = Vector((x, -out, height))
    camera_object.location = target + Vector((right, -near, up))
    if right == 0 and near == 0:
        # Straight down: tracking would leave the roll undefined.
        camera_object.rotation_euler = (0, 0, 0)
    else:
        direction = target - camera_object.location
        camera_object.rotation_euler = direction.to_track_quat('-Z', 'Y').to_euler()


def settings(job):
    scene = bpy.context.scene
    scene.render.engine = 'CYCLES'
    cycles = scene.cycles
    cycles.device, cycles.use_denoising, cycles.use_adaptive_sampling = 'CPU', False, False
    cycles.transmission_bounces, cycles.transparent_max_bounces = 0, 4
    cycles.sample_clamp_indirect = 4
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.filter_width = 1.4
    scene.render.threads_mode, scene.render.threads = 'FIXED', 2
    scene.render.film_transparent = True
    left, right, bottom, top = job['camera']['frame']
    scene.render.use_border = scene.render.use_crop_to_border = True
    scene.render.border_min_x, scene.render.border_max_x = left, right
    scene.render.border_min_y, scene.render.border_max_y = bottom, top
    scene.render.image_settings.file_format = 'OPEN_EXR_MULTILAYER'
    scene.render.image_settings.color_depth = '16'
    scene.render.image_settings.exr_codec = 'NONE'
    scene.render.dither_intensity = 0


def render_passes(job, passes, lit):
    """Renders passes by name: lit and at a reduced size, or unlit and at full size."""
    scene, layer = bpy.context.scene, bpy.context.view_layer
    scale = job['coarse'] if lit else 1
    scene.render.resolution_x, scene.render.resolution_y = [int(n * scale) for n in job['size']]
    cycles = scene.cycles
    cycles.samples = job['rays'] if lit else job['samples']
    cycles.max_bounces = cycles.diffuse_bounces = 1 if lit else 0
    layer.use_pass_diffuse_direct = layer.use_pass_diffuse_indirect = lit
    while layer.aovs:
        layer.active_aov_index = 0
        bpy.ops.scene.view_layer_remove_aov()
    for name in passes:
        layer.aovs.add().name = name
    for thing in scene.objects:
        if thing.type == 'LIGHT':
            thing.hide_render = not lit
    room = scene.world.node_tree.nodes['Background'].inputs['Strength']
    room.default_value = job['room'] if lit else 0
    exr = job['out'] + '.exr'
    scene.render.filepath = exr
    bpy.ops.render.render(write_still=True)
    layers = read_exr(exr)
    os.remove(exr)
    return layers


SLOTS = ['slots%d' % i for i in range(SLOT_PASSES)]


def light_and_slots(job):
    """Diffuse light, reflections, cover, and the slots' shares."""
    studio = Studio(job['lights'], job['room'])
    bpy.context.view_layer.update()  # Otherwise the camera's matrix is not set yet.
    camera = np.array(bpy.context.scene.camera.matrix_world, np.float32)
    coarse = render_passes(job, ['cover', 'flat', 'place'], True)
    fine = render_passes(job, ['cover', 'flat', 'bent', 'place', 'matter'] + SLOTS, False)
    fine = {name: values[..., :3] for name, values in fine.items()}
    cover = np.clip(fine['cover'][..., 0], 0, 1)
    seen = coarse['cover'][..., 0]
    whole = np.maximum(seen, 0.02)[..., None]
    flat, place = unit(coarse['flat'][..., :3]), coarse['place'][..., :3] / whole
    falls = (coarse['DiffDir'] + coarse['DiffInd']).mean(2) / whole[..., 0]
    reach = falls / np.maximum(studio.falling(place, flat), 0.03)
    reach = np.clip(reach, 0, 1.6)
    reach, = clean([reach], ((flat, 0.3), (place, 0.1)), seen)
    rows, columns = np.where(cover > 0)
    box = np.s_[rows.min():rows.max() + 1, columns.min():columns.max() + 1]
    reach = enlarged(reach, flat, unit(fine['flat']), seen)
    light, gloss = np.zeros_like(cover), np.zeros_like(cover)
    parts = {name: values[box] for name, values in fine.items()}
    light[box], gloss[box] = shade(parts, reach[box], studio, camera)
    slots = [fine[name][..., c] for name in SLOTS for c in range(3)]
    return light, gloss, cover, slots


def shadow(root, job, shape):
    """Darkness of the ground around the shoe."""
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
        light, glossy, cover, slots = light_and_slots(shot)
        rendered = time.process_time()
        dark = shadow(root, shot, cover.shape) * (1 - cover)
        save(shot['out'], [(light, 8192, np.uint16), (glossy, 8192, np.uint16),
                           (cover, 255, np.uint8), (dark, 255, np.uint8)]
             + [(slot, 200, np.uint8) for slot in slots])
        height, width = cover.shape
        print('STUDIO ' + json.dumps({
            'out': shot['out'], 'width': width, 'height': height,
            'render': round(rendered - began, 1), 'shade': round(time.process_time() - rendered, 1),
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
        except Exception as error:  # The queue continues with the next shoe.
            clear()
            print('STUDIO ' + json.dumps({'error': '%s: %s' % (type(error).__name__, error)}),
                  flush=True)


main()
