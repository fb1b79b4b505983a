/* SHA-256: the same as sha-256.example, step by step. */
typedef unsigned u32;

extern unsigned char __heap_base;

static unsigned char *const text = &__heap_base;
static u32 constants[64];
static u32 words[64];
static u32 state[8];

static int is_prime(int n) {
  for (int i = 2; i * i <= n; i++) if (n % i == 0) return 0;
  return 1;
}

static double cube_root(double x) {
  double root = x;
  for (int i = 0; i < 40; i++) root -= (root - x / (root * root)) / 3;
  return root;
}

static u32 fraction(double x) {
  return (u32)((x - __builtin_floor(x)) * 4294967296);
}

static void begin(void) {
  int prime = 2;
  for (int i = 0; i < 64; i++) {
    while (!is_prime(prime)) prime++;
    constants[i] = fraction(cube_root(prime));
    if (i < 8) state[i] = fraction(__builtin_sqrt(prime));
    prime++;
  }
}

static u32 rotr(u32 x, int by) { return x >> by | x << (32 - by); }

static u32 turn_round(u32 x) {
  return (rotr(x, 24) & 0x00ff00ff) | (rotr(x, 8) & 0xff00ff00);
}

static void read_block(const u32 *block) {
  for (int i = 0; i < 16; i++) words[i] = turn_round(block[i]);
  for (int i = 0; i < 48; i++) {
    u32 x = words[i + 1];
    u32 y = words[i + 14];
    u32 mixed_x = rotr(x, 7) ^ rotr(x, 18) ^ x >> 3;
    u32 mixed_y = rotr(y, 17) ^ rotr(y, 19) ^ y >> 10;
    words[i + 16] = words[i] + mixed_x + words[i + 9] + mixed_y;
  }
}

static void stir(const u32 *block) {
  read_block(block);
  u32 a = state[0], b = state[1], c = state[2], d = state[3];
  u32 e = state[4], f = state[5], g = state[6], h = state[7];
  for (int i = 0; i < 64; i++) {
    u32 choice = (e & f) ^ (~e & g);
    u32 turned_e = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25);
    u32 one = h + turned_e + choice + constants[i] + words[i];
    u32 majority = (a & b) ^ (a & c) ^ (b & c);
    u32 turned_a = rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22);
    h = g;
    g = f;
    f = e;
    e = d + one;
    d = c;
    c = b;
    b = a;
    a = one + turned_a + majority;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

/* Without a library, a loop that fills memory has to stay a loop. */
__attribute__((no_builtin("memset"))) static void fill(unsigned char *from,
                                                       int byte, int count) {
  for (int i = 0; i < count; i++) from[i] = (unsigned char)byte;
}

static void hash(int length) {
  begin();
  int end = (length + 72) & -64;
  fill(text + length, 0, end - length);
  text[length] = 0x80;
  *(u32 *)(text + end - 4) = turn_round((u32)length << 3);
  for (int i = 0; i < end; i += 64) stir((const u32 *)(text + i));
}

static void make_room(int length) {
  u32 pages = ((u32)text + (u32)length + 72 + 65535) >> 16;
  u32 size = __builtin_wasm_memory_size(0);
  if (size < pages) __builtin_wasm_memory_grow(0, pages - size);
}

__attribute__((export_name("work"))) double work(int n) {
  make_room(n);
  fill(text, 97, n);
  hash(n);
  return state[0];
}
