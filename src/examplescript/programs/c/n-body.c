/* The sun and four planets: the same as n-body.example, step by step. */
enum { BODIES = 5 };

static const double PI = 3.141592653589793;
static const double DAYS_IN_YEAR = 365.24;

struct body {
  double x, y, z, vx, vy, vz, mass;
};

static struct body bodies[BODIES];

static void place(struct body *body, double x, double y, double z,
                  double mass) {
  body->x = x;
  body->y = y;
  body->z = z;
  body->mass = mass * 4 * PI * PI;
}

static void move(struct body *body, double vx, double vy, double vz) {
  body->vx = vx * DAYS_IN_YEAR;
  body->vy = vy * DAYS_IN_YEAR;
  body->vz = vz * DAYS_IN_YEAR;
}

static void hold_still(void) {
  double px = 0, py = 0, pz = 0;
  for (int i = 0; i < BODIES; i++) {
    px += bodies[i].vx * bodies[i].mass;
    py += bodies[i].vy * bodies[i].mass;
    pz += bodies[i].vz * bodies[i].mass;
  }
  bodies[0].vx = -px / bodies[0].mass;
  bodies[0].vy = -py / bodies[0].mass;
  bodies[0].vz = -pz / bodies[0].mass;
}

static void begin(void) {
  place(bodies, 0, 0, 0, 1);
  move(bodies, 0, 0, 0);
  place(bodies + 1, 4.84143144246472090, -1.16032004402742839,
        -0.103622044471123109, 9.54791938424326609e-4);
  move(bodies + 1, 1.66007664274403694e-3, 7.69901118419740425e-3,
       -6.90460016972063023e-5);
  place(bodies + 2, 8.34336671824457987, 4.12479856412430479,
        -0.403523417114321381, 2.85885980666130812e-4);
  move(bodies + 2, -2.76742510726411857e-3, 4.99852801234917238e-3,
       2.30417297573763929e-5);
  place(bodies + 3, 12.8943695621391310, -15.1111514016986312,
        -0.223307578892655734, 4.36624404335156298e-5);
  move(bodies + 3, 2.96460137564761618e-3, 2.37847173959480950e-3,
       -2.96589568540237556e-5);
  place(bodies + 4, 15.3796971148509165, -25.9193146099879641,
        0.179258772950371181, 5.15138902046611451e-5);
  move(bodies + 4, 2.68067772490389322e-3, 1.62824170038242295e-3,
       -9.51592254519715870e-5);
  hold_still();
}

static void pull(struct body *body, double x, double y, double z, double by) {
  body->vx += x * by;
  body->vy += y * by;
  body->vz += z * by;
}

static void step(double time) {
  for (struct body *a = bodies; a < bodies + BODIES; a++) {
    for (struct body *b = a + 1; b < bodies + BODIES; b++) {
      double x = b->x - a->x;
      double y = b->y - a->y;
      double z = b->z - a->z;
      double square = x * x + y * y + z * z;
      double strength = time / (square * __builtin_sqrt(square));
      pull(a, x, y, z, b->mass * strength);
      pull(b, x, y, z, -a->mass * strength);
    }
  }
  for (struct body *body = bodies; body < bodies + BODIES; body++) {
    body->x += time * body->vx;
    body->y += time * body->vy;
    body->z += time * body->vz;
  }
}

static double energy(void) {
  double sum = 0;
  for (struct body *a = bodies; a < bodies + BODIES; a++) {
    double speed = a->vx * a->vx + a->vy * a->vy + a->vz * a->vz;
    sum += 0.5 * a->mass * speed;
    for (struct body *b = a + 1; b < bodies + BODIES; b++) {
      double x = a->x - b->x;
      double y = a->y - b->y;
      double z = a->z - b->z;
      sum -= a->mass * b->mass / __builtin_sqrt(x * x + y * y + z * z);
    }
  }
  return sum;
}

__attribute__((export_name("work"))) double work(int n) {
  begin();
  for (int i = 0; i < n; i++) step(0.01);
  return energy();
}
