//! Calls into code that may panic on a damaged file.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::Once;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// What a call returns; `None` if it panics, of which nothing is printed.
///
/// The message of a panic is printed by a hook that all threads share. To take it away and put it
/// back would silence the others meanwhile, and for good if two of them did so at once: so the hook
/// is wrapped once, and each thread says for itself when it is to be quiet.
pub(super) fn quietly<T>(call: impl FnOnce() -> T) -> Option<T> {
    static WRAPPED: Once = Once::new();
    WRAPPED.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !QUIET.get() {
                usual(panic);
            }
        }));
    });
    QUIET.set(true);
    let returned = catch_unwind(AssertUnwindSafe(call));
    QUIET.set(false);
    returned.ok()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn only_the_panics_of_the_call_are_quiet() {
        static PRINTED: AtomicUsize = AtomicUsize::new(0);
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if panic.payload().downcast_ref() == Some(&"expected") {
                PRINTED.fetch_add(1, Ordering::Relaxed);
            } else {
                before(panic);
            }
        }));
        assert_eq!(quietly(|| 1), Some(1));
        assert_eq!(quietly(|| panic!("expected")), None::<()>);
        assert_eq!(PRINTED.load(Ordering::Relaxed), 0);
        assert!(catch_unwind(|| panic!("expected")).is_err());
        assert_eq!(PRINTED.load(Ordering::Relaxed), 1);
    }
}
