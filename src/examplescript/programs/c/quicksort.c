/* Quicksort: the same as quicksort.example, step by step. */
extern int __heap_base;

static int *const numbers = &__heap_base;

static int min(int a, int b) { return a < b ? a : b; }
static int max(int a, int b) { return a > b ? a : b; }

static void insertion_sort(int first, int last) {
  for (int i = first + 1; i <= last; i++) {
    int value = numbers[i];
    int hole = i;
    while (hole > first && numbers[hole - 1] > value) {
      numbers[hole] = numbers[hole - 1];
      hole--;
    }
    numbers[hole] = value;
  }
}

static int pivot(int first, int last) {
  int a = numbers[first];
  int b = numbers[(first + last) >> 1];
  int c = numbers[last];
  return max(min(a, b), min(max(a, b), c));
}

static int partition(int first, int last) {
  int middle = pivot(first, last);
  int left = first - 1;
  int right = last + 1;
  for (;;) {
    do left++;
    while (numbers[left] < middle);
    do right--;
    while (numbers[right] > middle);
    if (left >= right) return right;
    int value = numbers[left];
    numbers[left] = numbers[right];
    numbers[right] = value;
  }
}

static void sort(int first, int last) {
  while (last - first > 16) {
    int end = partition(first, last);
    if (end - first < last - end) {
      sort(first, end);
      first = end + 1;
    } else {
      sort(end + 1, last);
      last = end;
    }
  }
  insertion_sort(first, last);
}

static void fill(int count) {
  unsigned end = (unsigned)numbers + (unsigned)count * 4;
  unsigned pages = (end + 65535) >> 16;
  unsigned size = __builtin_wasm_memory_size(0);
  if (size < pages) __builtin_wasm_memory_grow(0, pages - size);
  unsigned random = 1;
  for (int i = 0; i < count; i++) {
    random = random * 1103515245 + 12345;
    numbers[i] = (int)random >> 8;
  }
}

__attribute__((export_name("work"))) double work(int n) {
  fill(n);
  sort(0, n - 1);
  unsigned check = 1;
  for (int i = 0; i < n; i++) {
    if (i > 0 && numbers[i - 1] > numbers[i]) return 0;
    check = check * 31 + (unsigned)numbers[i];
  }
  return (int)check;
}
