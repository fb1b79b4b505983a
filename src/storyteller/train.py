"""Trains the storyteller: a Llama of 1.17 million parameters, on the CPU.

    npm run storyteller:train            starts, or goes on from the last checkpoint

1. Reads the tokens that `npm run storyteller:corpus` made (train.u16, validation.u16).
2. Takes 32 stories a step, each from its beginning. Two processes work on half of them each
   and add up their gradients, so that two cores are busy.
3. Moves the matrices by Muon (Keller Jordan, 2024), the rest by Adam.
4. Writes checkpoint.pt every hundred steps; and at the steps of MODELS, and at the end, the weights
   in the binary format of Karpathy's llama2.c. training.json says how the training went.

The same seed, steps and number of processes give the same weights on the same machine. On others,
sums are rounded otherwise, so the weights differ, and the figures stay within their spread.
"""

import argparse
import json
import math
import os
import struct
import sys
import time
from pathlib import Path

# One thread a process: two processes on small matrices are twice as fast as two threads.
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import torch
import torch.distributed as workers
import torch.multiprocessing
from torch.nn import functional as F

DIM, HIDDEN, LAYERS, HEADS, VOCABULARY, CONTEXT = 128, 352, 5, 4, 1280, 320
HEAD = DIM // HEADS
EPSILON, ROTATION = 1e-5, 10_000.0

SEED = 1
STEPS = 2800
STORIES = 32  # a step
AT_ONCE = 4  # stories that go through the model together: so many stay in the CPU's cache
WARMUP = 50  # steps until the rate is full
# Between two such steps the rate falls from full to 0. After the first fall colours are still mixed up,
# so it is full once more: a warm restart (Loshchilov and Hutter, 2016).
FALLS = [(1100, 2000), (2300, STEPS)]
MUON_RATE, ADAM_RATE = 0.02, 0.004
# What the slider "training time" shows, by the step at which it is written.
MODELS = {"storyteller-early": 150, "storyteller-middle": 400, "storyteller": STEPS}

START = 1  # the token that begins each story


# --- The model ---------------------------------------------------------------------------------


def new_model():
    """All weights by name. What adds to the stream of a token begins at zero, so layers begin as nothing."""
    chance = torch.Generator().manual_seed(SEED)

    def normal(rows, columns):
        return torch.randn(rows, columns, generator=chance) / math.sqrt(columns)

    # Small, as it is the last layer, too: a token must not foretell itself.
    model = {"embedding": normal(VOCABULARY, DIM) / 4}
    for layer in range(LAYERS):
        model |= {
            f"{layer}.attention_norm": torch.ones(DIM),
            f"{layer}.query": normal(DIM, DIM),
            f"{layer}.key": normal(DIM, DIM),
            f"{layer}.value": normal(DIM, DIM),
            f"{layer}.out": torch.zeros(DIM, DIM),
            f"{layer}.feed_norm": torch.ones(DIM),
            f"{layer}.gate": normal(HIDDEN, DIM),
            f"{layer}.up": normal(HIDDEN, DIM),
            f"{layer}.down": torch.zeros(DIM, HIDDEN),
        }
    model["norm"] = torch.ones(DIM)
    return {name: weight.requires_grad_() for name, weight in model.items()}


def rotation():
    """Cosine and sine of the angle by which each pair of numbers turns at each place: CONTEXT x HEAD/2."""
    rates = ROTATION ** (-torch.arange(0, HEAD, 2) / HEAD)
    angles = torch.arange(CONTEXT)[:, None] * rates[None]
    return angles.cos(), angles.sin()


COSINE, SINE = rotation()
UNSEEN = torch.full((CONTEXT, CONTEXT), -math.inf).triu(1)  # what is still to come


def forward(model, tokens):
    """From tokens (stories x places) to logits (stories x places x VOCABULARY)."""
    stories, places = tokens.shape

    def normed(x, weight):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + EPSILON) * weight

    def heads(x):
        return x.view(stories, places, HEADS, HEAD).transpose(1, 2)

    def turned(x):
        even, odd = x[..., 0::2], x[..., 1::2]
        cosine, sine = COSINE[:places], SINE[:places]
        pairs = (even * cosine - odd * sine, even * sine + odd * cosine)
        return torch.stack(pairs, -1).flatten(-2)

    x = F.embedding(tokens, model["embedding"])
    for layer in range(LAYERS):
        of = lambda name: model[f"{layer}.{name}"]
        y = normed(x, of("attention_norm"))
        query = turned(heads(F.linear(y, of("query"))))
        key = turned(heads(F.linear(y, of("key"))))
        value = heads(F.linear(y, of("value")))
        scores = query @ key.transpose(-1, -2) / math.sqrt(HEAD)
        seen = torch.softmax(scores + UNSEEN[:places, :places], -1) @ value
        x = x + F.linear(seen.transpose(1, 2).reshape(stories, places, DIM), of("out"))
        y = normed(x, of("feed_norm"))
        y = F.silu(F.linear(y, of("gate"))) * F.linear(y, of("up"))
        x = x + F.linear(y, of("down"))
    return F.linear(normed(x, model["norm"]), model["embedding"])


def loss_of(model, stories):
    """Nats of all tokens together, each told from those before it; `<s>` is given."""
    tokens = torch.nn.utils.rnn.pad_sequence(stories, batch_first=True, padding_value=-1)
    logits = forward(model, tokens[:, :-1].clamp(min=0))
    targets = tokens[:, 1:].flatten()
    return F.cross_entropy(logits.flatten(0, 1), targets, ignore_index=-1, reduction="sum")


# --- The stories -------------------------------------------------------------------------------


def read_stories(path):
    """One tensor of tokens a story, marks included."""
    raw = bytearray(path.read_bytes())
    tokens = torch.frombuffer(raw, dtype=torch.int16).long()
    starts = (tokens == START).nonzero().flatten().tolist()
    return [tokens[a:b] for a, b in zip(starts, starts[1:] + [len(tokens)])]


def stories_of(step, corpus):
    """The stories of a step, shortest first; in each round through the corpus each comes once."""
    a_round = len(corpus) // STORIES
    chance = torch.Generator().manual_seed(SEED * 1000 + step // a_round)
    order = torch.randperm(len(corpus), generator=chance)
    picked = order[step % a_round * STORIES :][:STORIES]
    return sorted((corpus[at] for at in picked), key=len)


def in_parts(stories):
    return [stories[at : at + AT_ONCE] for at in range(0, len(stories), AT_ONCE)]


# --- Learning ----------------------------------------------------------------------------------


class Learner:
    """Moves the weights: Muon for the matrices in the layers, Adam for the embedding and the norms."""

    def __init__(self, model):
        matrices = [w for name, w in model.items() if w.dim() == 2 and name != "embedding"]
        square = [w for w in matrices if w.shape == (DIM, DIM)]
        tall = [w for w in matrices if w.shape == (HIDDEN, DIM)]
        wide = [w for w in matrices if w.shape == (DIM, HIDDEN)]
        self.groups = [square, tall, wide]
        self.momenta = [torch.zeros(len(g), *g[0].shape) for g in self.groups]
        others = [w for w in model.values() if all(w is not m for m in matrices)]
        self.adam = torch.optim.Adam(others, ADAM_RATE, betas=(0.9, 0.98))

    @torch.no_grad()
    def step(self, rate):
        """rate: 0 to 1 of the full rates."""
        for group, momentum in zip(self.groups, self.momenta):
            gradient = torch.stack([w.grad for w in group])
            momentum.lerp_(gradient, 0.05)
            moves = orthogonal(gradient.lerp(momentum, 0.95))
            rows, columns = group[0].shape
            size = MUON_RATE * rate * math.sqrt(max(1, rows / columns))
            for weight, move in zip(group, moves):
                weight.sub_(move, alpha=size)
        for settings in self.adam.param_groups:
            settings["lr"] = ADAM_RATE * rate
        self.adam.step()

    def state(self):
        return {"momenta": self.momenta, "adam": self.adam.state_dict()}

    def restore(self, state):
        self.momenta = state["momenta"]
        self.adam.load_state_dict(state["adam"])


def orthogonal(matrices):
    """The nearest matrices whose rows (or columns) are orthogonal, roughly: five Newton-Schulz steps."""
    tall = matrices.shape[1] > matrices.shape[2]
    x = matrices.transpose(1, 2) if tall else matrices
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(5):
        square = x @ x.transpose(1, 2)
        x = 3.4445 * x + (-4.7750 * square + 2.0315 * square @ square) @ x
    return x.transpose(1, 2) if tall else x


def rate_at(step):
    start, end = next(fall for fall in FALLS if step < fall[1])
    return min(1, (step + 1) / WARMUP, (end - step) / (end - start))


def learn(model, learner, stories, step, me, count):
    """One step, shared among the processes. Returns nats a token, over the stories of all."""
    for weight in model.values():
        weight.grad = None
    tokens = sum(len(story) - 1 for story in stories)
    nats = torch.zeros(1)
    for part in in_parts(stories)[me::count]:
        loss = loss_of(model, part) / tokens
        loss.backward()
        nats += loss.detach()
    together = torch.cat([w.grad.flatten() for w in model.values()] + [nats])
    workers.all_reduce(together)
    at = 0
    for weight in model.values():
        weight.grad.copy_(together[at : at + weight.numel()].view_as(weight))
        at += weight.numel()
    learner.step(rate_at(step))
    return together[-1].item()


@torch.no_grad()
def validate(model, stories, me, count):
    """Nats a token over stories that were never trained on."""
    sums = torch.zeros(2)
    for part in in_parts(sorted(stories, key=len))[me::count]:
        sums += torch.tensor([loss_of(model, part), sum(len(s) - 1 for s in part)])
    workers.all_reduce(sums)
    return (sums[0] / sums[1]).item()


# --- Files -------------------------------------------------------------------------------------


def write_whole(path, write):
    """A file that is written is there whole, whenever one is interrupted."""
    unfinished = path.with_suffix(".part")
    write(unfinished)
    unfinished.replace(path)


def write_model(model, path):
    """llama2.c's format: seven numbers, then all weights, layer after layer by kind, then the rotation."""
    kinds = ["attention_norm", "query", "key", "value", "out", "feed_norm", "gate", "down", "up"]
    weights = [model["embedding"]]
    weights += [model[f"{layer}.{kind}"] for kind in kinds for layer in range(LAYERS)]
    weights += [model["norm"], COSINE, SINE]
    header = struct.pack("<7i", DIM, HIDDEN, LAYERS, HEADS, HEADS, VOCABULARY, CONTEXT)
    numbers = torch.cat([w.detach().flatten() for w in weights]).numpy().astype("<f4")
    write_whole(path, lambda part: part.write_bytes(header + numbers.tobytes()))


def train(me, count, folder):
    torch.set_num_threads(1)
    workers.init_process_group(
        "gloo", f"file://{folder}/workers", rank=me, world_size=count
    )
    corpus = read_stories(folder / "train.u16")
    validation = read_stories(folder / "validation.u16")
    model = new_model()
    learner = Learner(model)
    done = {"step": 0, "tokens": 0, "seconds": 0.0, "checkpoints": []}
    kept = folder / "checkpoint.pt"
    if kept.exists():
        state = torch.load(kept)
        done = state["done"]
        learner.restore(state["learner"])
        for name, weight in model.items():
            weight.data.copy_(state["model"][name])
    started = time.monotonic() - done["seconds"]
    first, since, mean = done["step"], time.monotonic(), None
    for step in range(first, STEPS):
        stories = stories_of(step, corpus)
        nats = learn(model, learner, stories, step, me, count)
        mean = nats if mean is None else 0.95 * mean + 0.05 * nats
        done["step"] = step + 1
        done["tokens"] += sum(map(len, stories))
        done["seconds"] = time.monotonic() - started
        if me == 0 and done["step"] % 10 == 0:
            left = (time.monotonic() - since) / (step + 1 - first) * (STEPS - step - 1)
            tell(f"{done['tokens'] / 1e6:6.2f} M tokens, loss {mean:.4f}, {left / 60:.0f} min left", "\r")
        for name, at in MODELS.items():
            if at == done["step"]:
                loss = validate(model, validation, me, count)
                numbers = ("step", "tokens", "seconds")
                record = {"name": name, **{key: round(done[key]) for key in numbers}}
                done["checkpoints"].append({**record, "validationLoss": round(loss, 4)})
                if me == 0:
                    write_model(model, folder / f"{name}.bin")
                    tell(f"{name}: validation loss {loss:.4f} after {done['tokens'] / 1e6:.2f} M tokens", "\n")
        if me == 0 and (done["step"] % 100 == 0 or done["step"] == STEPS):
            state = {"model": model, "learner": learner.state(), "done": done}
            write_whole(kept, lambda part: torch.save(state, part))
    if me == 0:
        size = dict(dim=DIM, hidden=HIDDEN, layers=LAYERS, heads=HEADS, vocabulary=VOCABULARY, context=CONTEXT)
        parameters = sum(weight.numel() for weight in model.values())
        how = dict(seed=SEED, steps=STEPS, storiesAStep=STORIES, torch=torch.__version__)
        record = {**size, "parameters": parameters, **how, "checkpoints": done["checkpoints"]}
        text = json.dumps(record, indent=2) + "\n"
        write_whole(folder / "training.json", lambda part: part.write_text(text))


def tell(line, end):
    sys.stderr.write(f"\r\x1b[K{line}{end}")
    sys.stderr.flush()


if __name__ == "__main__":
    options = argparse.ArgumentParser(description="Trains the storyteller.")
    options.add_argument("--folder", type=Path, default=Path(".cache/storyteller"))
    options.add_argument("--processes", type=int, default=2)
    chosen = options.parse_args()
    meeting = chosen.folder.resolve() / "workers"
    meeting.unlink(missing_ok=True)
    torch.multiprocessing.spawn(
        train, (chosen.processes, chosen.folder.resolve()), chosen.processes
    )
