/* Conway's Game of Life: the same as game-of-life.example, step by step. */
enum { WIDTH = 160, HEIGHT = 100, CELLS = WIDTH * HEIGHT };

typedef unsigned char cell;

static cell first[CELLS];
static cell second[CELLS];
static cell *board = first;
static cell *other = second;

static void seed(void) {
  unsigned random = 42;
  for (int i = 0; i < CELLS; i++) {
    random = random * 1664525 + 1013904223;
    board[i] = random < 1400000000 ? 1 : 0;
  }
}

static int column(const cell *above, const cell *row, const cell *below,
                  int x) {
  return above[x] + row[x] + below[x];
}

static void step_row(const cell *above, const cell *row, const cell *below,
                     cell *target) {
  int left = column(above, row, below, WIDTH - 1);
  int middle = column(above, row, below, 0);
  for (int x = 0; x < WIDTH; x++) {
    int right = column(above, row, below, x + 1 < WIDTH ? x + 1 : 0);
    int sum = left + middle + right;
    target[x] = sum == 3 || (sum == 4 && row[x] == 1);
    left = middle;
    middle = right;
  }
}

static void step(void) {
  const cell *last = board + CELLS - WIDTH;
  for (const cell *row = board; row <= last; row += WIDTH) {
    const cell *above = row == board ? last : row - WIDTH;
    const cell *below = row == last ? board : row + WIDTH;
    step_row(above, row, below, other + (row - board));
  }
  cell *read = board;
  board = other;
  other = read;
}

static int population(void) {
  int count = 0;
  for (int i = 0; i < CELLS; i++) count += board[i];
  return count;
}

__attribute__((export_name("work"))) double work(int n) {
  seed();
  for (int i = 0; i < n; i++) step();
  return population();
}
