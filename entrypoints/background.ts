import { defineBackground } from 'wxt/utils/define-background';

export default defineBackground({
  type: 'module',
  main() {
    // Listeners are registered here, synchronously, as the rooms of lib/background come to need them.
  },
});
