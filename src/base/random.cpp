#include "base/random.hpp"

#include <Random123/philox.h>

#include <cassert>

namespace tarazy {
namespace {

// FNV-1a (Fowler, Noll & Vo): only has to tell our own few purposes apart.
std::uint64_t purpose_key(std::string_view purpose) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : purpose) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return hash;
}

}  // namespace

std::array<std::uint64_t, 4> philox_block(const std::array<std::uint64_t, 4>& counter,
                                          const std::array<std::uint64_t, 2>& key) {
    const r123::Philox4x64::ctr_type at = {{counter[0], counter[1], counter[2], counter[3]}};
    const r123::Philox4x64::key_type with = {{key[0], key[1]}};
    const auto block = r123::Philox4x64()(at, with);
    return {block[0], block[1], block[2], block[3]};
}

Random::Random(std::uint64_t seed, std::string_view purpose, std::uint64_t replicate)
    : key_{seed, purpose_key(purpose)}, counter_{0, replicate, 0, 0} {}

std::uint64_t Random::operator()() {
    if (used_ == block_.size()) {
        block_ = philox_block(counter_, key_);
        ++counter_[0];
        used_ = 0;
    }
    return block_[used_++];
}

double Random::uniform() {
    return uniform_of_word((*this)());
}

std::uint64_t Random::below(std::uint64_t n) {
    assert(n > 0);
    __extension__ using Wide = unsigned __int128;
    Wide product = Wide{(*this)()} * n;
    if (static_cast<std::uint64_t>(product) < n) {
        const std::uint64_t threshold = (0 - n) % n;
        while (static_cast<std::uint64_t>(product) < threshold) product = Wide{(*this)()} * n;
    }
    return static_cast<std::uint64_t>(product >> 64);
}

}  // namespace tarazy
