/* The sieve of Eratosthenes: the same as sieve.example, step by step. */
extern unsigned char __heap_base;

static unsigned char *crossed_out = &__heap_base;

/* Without a library, a loop that fills memory has to stay a loop. */
__attribute__((no_builtin("memset"))) static void make_room(int bytes) {
  unsigned end = (unsigned)crossed_out + (unsigned)bytes;
  unsigned pages = (end + 65535) >> 16;
  unsigned size = __builtin_wasm_memory_size(0);
  if (size < pages) __builtin_wasm_memory_grow(0, pages - size);
  for (int i = 0; i < bytes; i++) crossed_out[i] = 0;
}

static void sieve(int end) {
  make_room(end);
  for (int i = 2; i * i < end; i++) {
    if (crossed_out[i]) continue;
    for (int multiple = i * i; multiple < end; multiple += i) {
      crossed_out[multiple] = 1;
    }
  }
}

__attribute__((export_name("work"))) double work(int n) {
  sieve(n);
  int count = 0;
  for (int i = 2; i < n; i++) {
    if (!crossed_out[i]) count++;
  }
  return count;
}
