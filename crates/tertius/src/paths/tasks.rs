use crate::shards::{Found, Tasks};
use crate::{Result, Watch};

/// Shares sources out to tasks, each of whole batches, and gives what they found in order. There
/// are at most so many tasks, however many threads: so the order of additions, and every bit of a
/// sum, depends on the network alone. Each begins with a new kernel and nothing found.
pub(crate) fn in_tasks<S: Sync, K, T: Found>(
    sources: &[S],
    batch: usize,
    tasks: usize,
    watch: &Watch,
    new: impl Fn() -> (K, T) + Sync,
    work: impl Fn(&mut K, &mut T, &[S]) -> Result<()> + Sync,
) -> Result<Vec<T>> {
    watch.expect(sources.len());
    let task = sources.len().div_ceil(batch * tasks).max(1) * batch;
    watch.each(Tasks::new(sources.len(), task), |some| {
        let (mut kernel, mut found) = new();
        for batch in sources[some].chunks(batch) {
            batch.iter().try_for_each(|_| watch.tick())?;
            work(&mut kernel, &mut found, batch)?;
        }
        Ok(found)
    })
}
