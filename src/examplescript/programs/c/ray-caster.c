/* A walk through a plan: the same as ray-caster.example, step by step. */
enum { WIDTH = 320, HEIGHT = 200, MIDDLE = 100 };

static int pixels[WIDTH * HEIGHT];
static double eye_x, eye_y, look_x, look_y;
static double distance, place;
static int is_shady;

static const unsigned short plan[16] = {
    0xffff, 0x8101, 0xa105, 0x8001, 0x8003, 0x8001, 0x8241, 0xe187,
    0x8181, 0x8241, 0x8001, 0xc001, 0x8001, 0xa085, 0x8081, 0xffff,
};

static int is_wall(int x, int y) { return plan[y] >> (15 - x) & 1; }

static void cast(double dx, double dy) {
  int x = (int)eye_x;
  int y = (int)eye_y;
  double every_x = __builtin_fabs(1 / dx);
  double every_y = __builtin_fabs(1 / dy);
  double next_x = (dx < 0 ? eye_x - x : x + 1 - eye_x) * every_x;
  double next_y = (dy < 0 ? eye_y - y : y + 1 - eye_y) * every_y;
  do {
    if (next_x < next_y) {
      distance = next_x;
      next_x += every_x;
      x += dx < 0 ? -1 : 1;
      place = eye_y + distance * dy;
      is_shady = 0;
    } else {
      distance = next_y;
      next_y += every_y;
      y += dy < 0 ? -1 : 1;
      place = eye_x + distance * dx;
      is_shady = 1;
    }
  } while (!is_wall(x, y));
  place -= __builtin_floor(place);
}

static int shade(int red, int green, int blue, double far) {
  int light = (int)(256 / (1 + far * far * 0.03));
  unsigned r = (unsigned)(red * light) >> 8;
  unsigned g = (unsigned)(green * light) >> 8;
  unsigned b = (unsigned)(blue * light) >> 8;
  return (int)(0xff000000u | b << 16 | g << 8 | r);
}

static int brick(double u, double v) {
  int line = (int)(v * 8);
  double along = u * 4 + 0.5 * (line & 1);
  int is_joint = v * 8 - line < 0.15 || along - __builtin_floor(along) < 0.08;
  double far = is_shady ? distance + 3 : distance;
  return is_joint ? shade(170, 160, 150, far) : shade(210, 90, 60, far);
}

static int tile(double x, double y, double far) {
  int is_dark = ((int)(x * 2) + (int)(y * 2)) & 1;
  return is_dark ? shade(100, 85, 70, far) : shade(150, 130, 110, far);
}

static void paint_column(int column) {
  double side = (column - 159.5) / 200;
  double dx = look_x - look_y * side;
  double dy = look_y + look_x * side;
  cast(dx, dy);
  double height = HEIGHT / distance;
  double top = MIDDLE - height * 0.5;
  for (int y = 0; y < HEIGHT; y++) {
    double v = (y + 0.5 - top) / height;
    double far = MIDDLE / __builtin_fabs(y + 0.5 - MIDDLE);
    int colour;
    if (v < 0) colour = shade(90, 120, 160, far);
    else if (v < 1) colour = brick(place, v);
    else colour = tile(eye_x + dx * far, eye_y + dy * far, far);
    pixels[y * WIDTH + column] = colour;
  }
}

static void paint(double x, double y) {
  eye_x = 8 + 4.5 * x;
  eye_y = 8 + 4.5 * y;
  look_x = -y;
  look_y = x;
  for (int column = 0; column < WIDTH; column++) paint_column(column);
}

__attribute__((export_name("work"))) double work(int n) {
  double x = 1;
  double y = 0;
  unsigned check = 0;
  for (int i = 0; i < n; i++) {
    paint(x, y);
    for (int at = 0; at < WIDTH * HEIGHT; at++) {
      check = check * 31 + (unsigned)pixels[at];
    }
    double turned = x * 0.96 - y * 0.28;
    y = x * 0.28 + y * 0.96;
    x = turned;
  }
  return (int)check;
}
