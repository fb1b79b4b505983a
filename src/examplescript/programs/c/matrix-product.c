/* The product of two matrices: the same as matrix-product.example, step by
   step. */
typedef float f32x4 __attribute__((vector_size(16), aligned(4)));

extern float __heap_base;

static float *const a = &__heap_base;

static void make_room(int n) {
  unsigned end = (unsigned)a + 12 * (unsigned)(n * n);
  unsigned pages = (end + 65535) >> 16;
  unsigned size = __builtin_wasm_memory_size(0);
  if (size < pages) __builtin_wasm_memory_grow(0, pages - size);
}

static void fill(int n) {
  make_room(n);
  for (int i = 0; i < 2 * n * n; i++) a[i] = (float)(i * 7 % 101) / 101;
}

static void multiply_by_fours(int n) {
  const float *b = a + n * n;
  float *target = a + 2 * n * n;
  for (const float *row = a; row < b; row += n) {
    for (const float *column = b; column < b + n; column += 4) {
      f32x4 sum = {0, 0, 0, 0};
      const float *right = column;
      for (const float *left = row; left < row + n; left++) {
        f32x4 factor = {*left, *left, *left, *left};
        sum += factor * *(const f32x4 *)right;
        right += n;
      }
      *(f32x4 *)target = sum;
      target += 4;
    }
  }
}

static void multiply_one_by_one(int n) {
  const float *b = a + n * n;
  float *c = a + 2 * n * n;
  for (int row = 0; row < n; row++) {
    for (int column = 0; column < n; column++) {
      float sum = 0;
      for (int k = 0; k < n; k++) sum += a[row * n + k] * b[k * n + column];
      c[row * n + column] = sum;
    }
  }
}

static double check(int n) {
  double sum = 0;
  for (int i = 0; i < n * n; i++) {
    sum += (double)a[2 * n * n + i] * (i % 13);
  }
  return sum;
}

__attribute__((export_name("work"))) double work(int n) {
  n = (n + 3) & -4;
  fill(n);
  multiply_by_fours(n);
  return check(n);
}

__attribute__((export_name("workOneByOne"))) double work_one_by_one(int n) {
  n = (n + 3) & -4;
  fill(n);
  multiply_one_by_one(n);
  return check(n);
}
