import { render } from 'solid-js/web'

render(() => <p>Visavis</p>, document.getElementById('app') ?? document.body)
