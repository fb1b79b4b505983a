/* The Mandelbrot set: the same as mandelbrot.example, step by step. */
enum { WIDTH = 320, HEIGHT = 200, MOST_TURNS = 250 };

static int pixels[WIDTH * HEIGHT];

static int is_in_middle(double x, double y) {
  double yy = y * y;
  double from_disk = (x + 1) * (x + 1) + yy;
  double a = x - 0.25;
  double square = a * a + yy;
  return from_disk < 0.0625 || square * (square + a) < 0.25 * yy;
}

static int turns(double cx, double cy, int most) {
  if (is_in_middle(cx, cy)) return most;
  double x = 0;
  double y = 0;
  for (int turn = 0; turn < most; turn++) {
    double xx = x * x;
    double yy = y * y;
    if (xx + yy > 4) return turn;
    y = 2 * x * y + cy;
    x = xx - yy + cx;
  }
  return most;
}

static int colour(int turn) {
  if (turn == MOST_TURNS) return (int)0xff000000u;
  double t = __builtin_sqrt((double)turn / MOST_TURNS);
  double s = 1 - t;
  int red = (int)(9 * s * t * t * t * 255);
  int green = (int)(15 * s * s * t * t * 255);
  int blue = (int)(8.5 * s * s * s * t * 255);
  return (int)(0xff000000u | blue << 16 | green << 8 | red);
}

static int paint_row(int row, double zoom) {
  double step = 0.0125 / zoom;
  double left = -0.743643887 - 0.5 * WIDTH * step;
  double cy = 0.131825904 + (0.5 * HEIGHT - row) * step;
  int *pixel = pixels + row * WIDTH;
  int sum = 0;
  for (int column = 0; column < WIDTH; column++) {
    int turn = turns(left + step * column, cy, MOST_TURNS);
    *pixel++ = colour(turn);
    sum += turn;
  }
  return sum;
}

__attribute__((export_name("work"))) double work(int n) {
  double sum = 0;
  double zoom = 1;
  for (int i = 0; i < n; i++) {
    sum += paint_row(i % HEIGHT, zoom);
    if (i % HEIGHT == HEIGHT - 1) zoom *= 2;
  }
  return sum;
}
