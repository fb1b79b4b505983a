/* An interpreter for brainfuck: the same as brainfuck.example, step by step. */
enum { END, RIGHT, LEFT, PLUS, MINUS, PRINT, READ, OPEN, CLOSE };

static int program[1024];
static int jumps[1024];
static int nested[1024];
static int tape[1024];

static int length;
static double sum;

static void write(long long signs) {
  for (int shift = 60; shift >= 0; shift -= 4) {
    int sign = (int)(signs >> shift) & 15;
    if (sign != END) program[length++] = sign;
  }
}

static void write_squares(void) {
  length = 0;
  write(0x6);
  write(0x11322);
  write(0x7411);
  write(0x742311328);
  write(0x1742318);
  write(0x23325);
  write(0x28);
  program[length] = END;
}

static void link(void) {
  int top = 0;
  for (int at = 0; at < length; at++) {
    if (program[at] == OPEN) {
      nested[top++] = at;
    } else if (program[at] == CLOSE) {
      if (top == 0) __builtin_trap();
      int open = nested[--top];
      jumps[open] = at;
      jumps[at] = open;
    }
  }
  if (top != 0) __builtin_trap();
}

/* Without a library, a loop that fills memory has to stay a loop. */
__attribute__((no_builtin("memset"))) static void run(int input) {
  for (int i = 0; i < 1024; i++) tape[i] = 0;
  int *finger = tape;
  int at = 0;
  for (;;) {
    switch (program[at]) {
      case RIGHT:
        finger++;
        break;
      case LEFT:
        finger--;
        break;
      case PLUS:
        *finger = (int)((unsigned)*finger + 1);
        break;
      case MINUS:
        *finger = (int)((unsigned)*finger - 1);
        break;
      case PRINT:
        sum += *finger;
        break;
      case READ:
        *finger = input;
        break;
      case OPEN:
        if (*finger == 0) at = jumps[at];
        break;
      case CLOSE:
        if (*finger != 0) at = jumps[at];
        break;
      default:
        return;
    }
    at++;
  }
}

__attribute__((export_name("work"))) double work(int n) {
  write_squares();
  link();
  sum = 0;
  run(n);
  return sum;
}
