/* A sorted list: the same as linked-list.example, step by step. There is no
   collector here: each call of work begins with the memory empty. */
struct node {
  int value;
  struct node *next;
};

extern struct node __heap_base;

static struct node *first;
static struct node *room;
static struct node head;

static void push(int value) {
  struct node *node = room++;
  node->value = value;
  node->next = first;
  first = node;
}

static struct node *take(void) {
  struct node *node = first;
  first = node->next;
  node->next = 0;
  return node;
}

static struct node *merge(struct node *a, struct node *b) {
  struct node *last = &head;
  while (a && b) {
    if (a->value <= b->value) {
      last->next = a;
      last = a;
      a = a->next;
    } else {
      last->next = b;
      last = b;
      b = b->next;
    }
  }
  last->next = a ? a : b;
  return head.next;
}

static struct node *sorted(int count) {
  if (count == 1) return take();
  int half = count >> 1;
  struct node *left = sorted(half);
  return merge(left, sorted(count - half));
}

static unsigned check(void) {
  unsigned check = 1;
  for (struct node *node = first; node; node = node->next) {
    check = check * 31 + (unsigned)node->value;
  }
  return check;
}

static int is_in_order(void) {
  for (struct node *last = first; last; last = last->next) {
    if (last->next && last->next->value < last->value) return 0;
  }
  return 1;
}

static void make_room(int count) {
  first = 0;
  room = &__heap_base;
  unsigned pages = ((unsigned)(room + count) + 65535) >> 16;
  unsigned size = __builtin_wasm_memory_size(0);
  if (size < pages) __builtin_wasm_memory_grow(0, pages - size);
}

__attribute__((export_name("work"))) double work(int n) {
  make_room(n);
  unsigned random = 1;
  for (int i = 0; i < n; i++) {
    random = random * 1103515245 + 12345;
    push((int)random >> 8);
  }
  if (n > 1) first = sorted(n);
  return is_in_order() ? (int)check() : 0;
}
