use attention_scene::print_short;

/// A sum of products before it is added up: the products, and what each comes to.
///
/// `2·3 + 1·(−1) = 6 + (−1)`
pub(crate) fn products(factors: &[f64], weights: &[f64], terms: &[f64]) -> String {
    let product = |(one, w): (&f64, &f64)| format!("{}·{}", bracketed(*one), bracketed(*w));
    let products: Vec<String> = factors.iter().zip(weights).map(product).collect();
    let products = products.join(" + ");
    if terms.len() < 2 {
        return products;
    }
    let terms: Vec<String> = terms.iter().copied().map(bracketed).collect();
    format!("{products} = {}", terms.join(" + "))
}

/// 2·−1 reads as a subtraction; 2·(−1) doesn't.
fn bracketed(number: f64) -> String {
    let text = print_short(number);
    match number < 0.0 {
        true => format!("({text})"),
        false => text,
    }
}
