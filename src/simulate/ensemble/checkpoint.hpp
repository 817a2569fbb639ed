#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// A folder that keeps the blocks of a long run as they are done, so that a run that was killed goes on from there. A
/// block is a file of its own, written aside and renamed: it is whole or not there, whichever thread or process wrote
/// it.
class Checkpoint {
public:
    /// Without a folder nothing is kept.
    Checkpoint() = default;
    /// @param folder  made when it is not there; @param id  of what is computed: blocks of anything else are refused
    /// @throws UsageError when the folder holds blocks of another run, or other files; FileError
    Checkpoint(std::string folder, std::string id);

    /// The numbers of a block that was done, when there are as many as asked for and its digest agrees.
    [[nodiscard]] std::optional<std::vector<double>> block(std::size_t number, std::size_t size) const;
    /// @throws FileError
    void keep(std::size_t number, std::span<const double> numbers) const;
    /// Undamaged blocks that were there at the start.
    [[nodiscard]] std::size_t found() const noexcept { return found_; }
    /// Takes its files away, and the folder when nothing else is in it. To be called when the result is written.
    void remove() const;

private:
    [[nodiscard]] std::string file_of(std::size_t number) const;

    std::string folder_, id_;
    std::size_t found_ = 0;
};

}  // namespace tarazy
