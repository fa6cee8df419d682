//! Where the store is at home: languages, clock, measures, currency, the numbers of its orders.

use leptos::{prelude::*, server_fn::ServerFn as _};
use orion_kernel::{Currency, Locale, UnitSystem, WeightUnit};
use orion_ui::{
    Alert, Card, Choice, FieldRow, Form, Load, NumberField, PostForm, Select, SettingsPage, SettingsSection,
    SubmitButton, TextField, all_done, done, say_done,
};

use super::{languages_form::LanguagesForm, settings_tabs::SettingsTabs};
use crate::{
    components::{OfferedLanguages, language_choices},
    error,
    i18n::{page, td_string},
    pages::options::refusal,
    server_fns::store::{
        SaveLanguages,
        setup::{SaveCurrency, SaveOfficeLanguages, SaveOrderNumbers, SaveRegion, region_page},
    },
    views::RegionSettings,
};

/// The actions of the page's forms.
#[derive(Clone, Copy)]
struct Actions {
    languages: ServerAction<SaveLanguages>,
    region: ServerAction<SaveRegion>,
    currency: ServerAction<SaveCurrency>,
    numbers: ServerAction<SaveOrderNumbers>,
}

/// Languages, clock, measures, currency, numbers.
#[component]
pub fn RegionSettingsPage() -> impl IntoView {
    let l = page();
    let actions = Actions {
        languages: ServerAction::new(),
        region: ServerAction::new(),
        currency: ServerAction::new(),
        numbers: ServerAction::new(),
    };
    let saved = all_done([done(actions.languages), done(actions.region), done(actions.currency)]);
    say_done(saved, td_string!(l, settings.saved));
    say_done(done(actions.numbers), td_string!(l, region.numbers_saved));
    let settings = Resource::new(|| (), |()| region_page());
    view! {
        <SettingsPage title=td_string!(l, settings.title)>
            <SettingsTabs/>
            <Load value=settings view=move |settings| sections(settings, actions)/>
        </SettingsPage>
    }
}

fn sections(settings: RegionSettings, actions: Actions) -> AnyView {
    let l = page();
    let (for_office, for_clock, for_currency, for_numbers) =
        (settings.clone(), settings.clone(), settings.clone(), settings.clone());
    view! {
        <SettingsSection title=td_string!(l, settings.languages_title) description=td_string!(l, settings.languages_lead)>
            <LanguagesForm locales=settings.locales action=actions.languages/>
        </SettingsSection>
        <SettingsSection title=td_string!(l, region.office_title) description=td_string!(l, region.office_lead)>
            <OfficeLanguages settings=for_office/>
        </SettingsSection>
        <SettingsSection title=td_string!(l, region.clock_title) description=td_string!(l, region.clock_lead)>
            <ClockForm settings=for_clock action=actions.region/>
        </SettingsSection>
        <SettingsSection title=td_string!(l, region.currency) description=td_string!(l, region.currency_lead)>
            <CurrencyForm settings=for_currency action=actions.currency/>
        </SettingsSection>
        <SettingsSection title=td_string!(l, region.numbers_title) description=td_string!(l, region.numbers_lead)>
            <NumbersForm settings=for_numbers action=actions.numbers/>
        </SettingsSection>
    }
    .into_any()
}

/// The browser posts it itself: the page comes back in another language.
#[component]
fn OfficeLanguages(settings: RegionSettings) -> impl IntoView {
    let l = page();
    let default = settings.office_locales.first().copied().unwrap_or(Locale::En);
    let offered = settings.platform_locales;
    let choices = language_choices(offered.iter().copied());
    let chosen = settings.office_locales;
    view! {
        <PostForm url=SaveOfficeLanguages::url() error_text=error::text>
            <Card>
                <div class="stack">
                    <Select
                        name="default"
                        id="office-default"
                        label=td_string!(l, settings.default_language)
                        hint=td_string!(l, region.office_hint)
                        options=choices
                        value=default.code()
                        required=true
                    />
                    <OfferedLanguages offered chosen prefix="office"/>
                </div>
            </Card>
            <div class="row"><SubmitButton label=td_string!(l, settings.save) reason=refusal()/></div>
        </PostForm>
    }
}

#[component]
fn ClockForm(settings: RegionSettings, action: ServerAction<SaveRegion>) -> impl IntoView {
    let l = page();
    let zones = settings.time_zones.into_iter().map(|name| Choice::new(name.clone(), name.replace('_', " "))).collect();
    let systems = UnitSystem::ALL.map(|system| Choice::new(system.code(), system_name(system))).to_vec();
    let units = WeightUnit::ALL.map(|unit| Choice::new(unit.code(), unit_name(unit))).to_vec();
    view! {
        <Form action guard=true error_text=error::text>
            <Card>
                <div class="stack">
                    <Select
                        name="time_zone"
                        label=td_string!(l, region.time_zone)
                        hint=td_string!(l, region.time_zone_hint)
                        options=zones
                        value=settings.time_zone
                        required=true
                    />
                    <FieldRow>
                        <Select
                            name="unit_system"
                            label=td_string!(l, region.unit_system)
                            options=systems
                            value=settings.unit_system.code()
                            required=true
                        />
                        <Select
                            name="weight_unit"
                            label=td_string!(l, region.weight_unit)
                            options=units
                            value=settings.weight_unit.code()
                            required=true
                        />
                    </FieldRow>
                </div>
            </Card>
            <div class="row"><SubmitButton label=td_string!(l, settings.save) reason=refusal()/></div>
        </Form>
    }
}

fn system_name(system: UnitSystem) -> &'static str {
    let l = page();
    match system {
        UnitSystem::Metric => td_string!(l, region.metric),
        UnitSystem::Imperial => td_string!(l, region.imperial),
    }
}

fn unit_name(unit: WeightUnit) -> &'static str {
    let l = page();
    match unit {
        WeightUnit::Kg => td_string!(l, region.kg),
        WeightUnit::G => td_string!(l, region.g),
        WeightUnit::Lb => td_string!(l, region.lb),
        WeightUnit::Oz => td_string!(l, region.oz),
    }
}

#[component]
fn CurrencyForm(settings: RegionSettings, action: ServerAction<SaveCurrency>) -> impl IntoView {
    let l = page();
    let choices = Currency::ALL.map(|currency| Choice::new(currency.code(), currency_name(currency))).to_vec();
    let fixed = settings.has_orders;
    let reason = if fixed { td_string!(l, errors.store_has_orders).to_owned() } else { refusal() };
    let why = fixed.then(|| view! { <Alert>{td_string!(l, errors.store_has_orders)}</Alert> });
    view! {
        <Form action guard=true error_text=error::text>
            <Card>
                <div class="stack">
                    <Select
                        name="currency"
                        label=td_string!(l, region.currency)
                        hint=td_string!(l, region.currency_hint)
                        options=choices
                        value=settings.currency.code()
                        required=true
                        disabled=fixed
                    />
                    {why}
                </div>
            </Card>
            <div class="row"><SubmitButton label=td_string!(l, settings.save) reason/></div>
        </Form>
    }
}

fn currency_name(currency: Currency) -> String {
    let l = page();
    let name = match currency {
        Currency::EUR => td_string!(l, region.eur),
        Currency::USD => td_string!(l, region.usd),
        Currency::GBP => td_string!(l, region.gbp),
        Currency::CHF => td_string!(l, region.chf),
    };
    format!("{name} ({})", currency.code())
}

#[component]
fn NumbersForm(settings: RegionSettings, action: ServerAction<SaveOrderNumbers>) -> impl IntoView {
    let l = page();
    let prefix = RwSignal::new(settings.order_prefix.clone());
    let suffix = RwSignal::new(settings.order_suffix.clone());
    let start = settings.order_start;
    let example = move || {
        let name = format!("{}{start}{}", prefix.get().trim(), suffix.get().trim());
        td_string!(l, region.numbers_example, name = name).to_string()
    };
    view! {
        <Form action guard=true error_text=error::text>
            <Card>
                <div class="stack">
                    <FieldRow>
                        <TextField
                            name="prefix"
                            label=td_string!(l, region.prefix)
                            value=settings.order_prefix
                            maxlength=12u32
                            short=true
                            on_input=Callback::new(move |text| prefix.set(text))
                        />
                        <TextField
                            name="suffix"
                            label=td_string!(l, region.suffix)
                            value=settings.order_suffix
                            maxlength=12u32
                            short=true
                            on_input=Callback::new(move |text| suffix.set(text))
                        />
                    </FieldRow>
                    <NumberField
                        name="start"
                        label=td_string!(l, region.start)
                        hint=td_string!(l, region.start_hint)
                        value=start
                        min=1
                        max=1_000_000_000
                        required=true
                    />
                    <p class="muted">{example}</p>
                </div>
            </Card>
            <div class="row"><SubmitButton label=td_string!(l, settings.save) reason=refusal()/></div>
        </Form>
    }
}
