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

Random::Random(std::uint64_t seed, std::string_view purpose, std::uint64_t replicate)
    : key_{seed, purpose_key(purpose)}, counter_{0, replicate, 0, 0} {}

std::uint64_t Random::operator()() {
    if (used_ == block_.size()) {
        const r123::Philox4x64::ctr_type counter = {{counter_[0], counter_[1], counter_[2], counter_[3]}};
        const r123::Philox4x64::key_type key = {{key_[0], key_[1]}};
        const auto block = r123::Philox4x64()(counter, key);
        for (std::size_t i = 0; i < block_.size(); ++i) block_[i] = block[i];
        ++counter_[0];
        used_ = 0;
    }
    return block_[used_++];
}

double Random::uniform() {
    // 53 random bits and half a step: the middle of 2^53 equal cells.
    return (static_cast<double>((*this)() >> 11) + 0.5) * 0x1.0p-53;
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
